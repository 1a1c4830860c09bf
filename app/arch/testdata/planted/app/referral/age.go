package referral

import (
	"fmt"
	"math/rand/v2" // want: weak randomness
	"net/http"     // want: network
	"os/exec"      // want: other programs

	"github.com/go-json-experiment/json" // want: imports
)

func age() {
	fmt.Println(rand.Int(), http.NoBody, exec.ErrDot, json.Valid) // want: printing
}
