// Package arch holds the house rules as data: which package may import which,
// and what no code of ours may do. Its test reads the source of the whole
// repository and fails on every break of them.
//
// It never runs the go tool and never compiles what it reads, so that it sees
// the files of every platform and build tag at once.
package arch

// Module is the import path of everything of ours.
const Module = "harbour"

// Room is one row of the table: what a package may import besides std.
// Outside names a module or a package; everything below it is meant, too.
type Room struct {
	Ours    []string
	Outside []string
}

// All stands in Room.Ours for every package of ours.
const All = "*"

const (
	age     = "filippo.io/age"
	fyne    = "fyne.io/fyne/v2"
	json    = "github.com/go-json-experiment/json"
	kong    = "github.com/alecthomas/kong"
	norm    = "golang.org/x/text/unicode/norm"
	sqlite  = "modernc.org/sqlite"
	sshsig  = "github.com/hiddeco/sshsig"
	unix    = "golang.org/x/sys/unix"
	windows = "golang.org/x/sys/windows"
	xcrypto = "golang.org/x/crypto"
	xterm   = "golang.org/x/term"
	xtext   = "golang.org/x/text"
)

// Rooms returns the table, by the package's folder. A package without a row
// may not exist.
func Rooms() map[string]Room {
	return map[string]Room{
		"app":          {Ours: []string{All}, Outside: []string{fyne, kong, xterm}},
		"app/arch":     {},
		"app/bidi":     {Outside: []string{xtext}},
		"app/casework": {Ours: []string{"app/referral", "app/wire", "app/dates", "app/match", "store", "store/atomicfile", "crypto", "crypto/bundle"}, Outside: []string{json, norm}},
		"app/cli":      {Ours: []string{"app/casework", "app/present", "app/referral", "app/words"}, Outside: []string{kong, xterm}},
		"app/dates":    {Ours: []string{"app/referral"}},
		"app/match":    {Ours: []string{"app/referral"}},
		"app/photo":    {},
		"app/present":  {Ours: []string{"app/referral", "app/dates", "app/casework"}},
		"app/referral": {},
		"app/ui":       {Ours: []string{"app/present", "app/photo", "app/words", "app/ui/widgets", "app/ui/look"}, Outside: []string{fyne}},
		"app/ui/look":  {Ours: []string{"assets/fonts", "assets/icons"}, Outside: []string{fyne}},
		"app/ui/sheet": {Ours: []string{"app/present", "app/words", "app/ui/widgets", "app/ui/look"}, Outside: []string{fyne}},
		"app/ui/widgets": {
			Ours: []string{"app/ui/look", "app/bidi"}, Outside: []string{fyne},
		},
		"app/wire":         {Ours: []string{"app/referral"}, Outside: []string{json, norm}},
		"app/words":        {Outside: []string{xtext}},
		"assets":           {},
		"assets/fonts":     {},
		"assets/icons":     {},
		"crypto":           {Outside: []string{age, xcrypto, sshsig, norm, unix, windows}},
		"crypto/bundle":    {Ours: []string{"crypto"}, Outside: []string{age, sshsig, json, norm}},
		"store":            {Ours: []string{"crypto", "store/atomicfile"}, Outside: []string{sqlite, unix, windows}},
		"store/atomicfile": {Outside: []string{unix, windows}},
	}
}

// Ban is something that no code does but in the places of Except, which are
// folders or files. Where In is set, the ban holds below these folders only.
// Tests are free of it.
type Ban struct {
	Name      string
	Why       string
	Imports   []string // import paths; one that ends in / stands for all below
	Calls     []string // package path, dot, name; one that ends in * for all that begin so
	GoKeyword bool     // the go statement
	In        []string
	Except    []string
}

// Bans returns the house rules beyond imports.
func Bans() []Ban {
	const runner = "app/ui/runner.go"
	return []Ban{
		{Name: "weak randomness", Why: "randomness is given, from crypto/rand",
			Imports: []string{"math/rand", "math/rand/v2"}},
		{Name: "network", Why: "nothing of ours opens a connection",
			Imports: []string{"net", "net/http", "net/http/", "net/rpc", "net/smtp", "crypto/tls", "golang.org/x/net/"}},
		{Name: "other programs", Why: "nothing of ours starts another program",
			Imports: []string{"os/exec"}},
		{Name: "temporary files", Why: "plain text in a temporary folder outlives the program",
			Calls: []string{"os.CreateTemp", "os.MkdirTemp", "os.TempDir", "io/ioutil.Temp*"}},
		{Name: "half-written files", Why: "a file is written whole, by store/atomicfile",
			Calls: []string{"os.WriteFile", "os.Create", "io/ioutil.WriteFile"}, Except: []string{"store/atomicfile"}},
		{Name: "passphrase in a text field", Why: "an Entry keeps strings that cannot be wiped",
			Calls: []string{"fyne.io/fyne/v2/widget.NewPasswordEntry"}},
		{Name: "printing", Why: "only commands print, and to a writer that they are given",
			Calls: []string{"fmt.Print*"}, Except: []string{"app", "app/cli"}},
		{Name: "logging", Why: "nothing is logged",
			Imports: []string{"log", "log/"}, Except: []string{"app", "app/cli"}},
		{Name: "goroutines of screens", Why: "one runner starts and joins them",
			GoKeyword: true, In: []string{"app/present", "app/ui"}, Except: []string{runner}},
		{Name: "calls to the window thread", Why: "one runner alone crosses threads",
			Calls: []string{"fyne.io/fyne/v2.Do", "fyne.io/fyne/v2.DoAndWait"}, Except: []string{runner}},
	}
}
