package present

// About is what the program says of itself.
type About struct {
	Version string
}

// NewAbout reads it.
func NewAbout(shell *Shell) *About { return &About{Version: shell.Program.Version} }

// NotPromised are the keys of what Harbour can't do for anybody, in the order
// in which they matter.
func (*About) NotPromised() []string {
	return []string{"about.not.1", "about.not.2", "about.not.3", "about.not.4", "about.not.5"}
}

// Licences are the works that the program is made of, and under what.
func (*About) Licences() [][2]string {
	return [][2]string{
		{"Fyne", "BSD-3-Clause"},
		{"age", "BSD-3-Clause"},
		{"SQLite, modernc.org/sqlite", "Public domain, BSD-3-Clause"},
		{"sshsig", "Apache-2.0"},
		{"kong", "MIT"},
		{"Go", "BSD-3-Clause"},
		{"IBM Plex, Noto", "OFL-1.1"},
	}
}
