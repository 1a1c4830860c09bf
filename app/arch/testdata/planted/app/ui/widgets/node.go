package widgets

import (
	"harbour/app/referral" // want: imports
)

func draw(p referral.Person) {
	go func() {}() // want: goroutines of screens
}
