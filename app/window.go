//go:build cgo

package main

import (
	"io/fs"
	"os"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"harbour/app/casework"
	"harbour/app/present"
	"harbour/app/ui"
	"harbour/app/ui/look"
	"harbour/app/words"
	"harbour/assets"
)

// The environment by which a window tells the one that replaces it how to look.
// There is no secret in it.
const (
	envVault    = "HARBOUR_VAULT"
	envTheme    = "HARBOUR_THEME"
	envLanguage = "HARBOUR_LANGUAGE"
	envScale    = "HARBOUR_TEXT_SCALE"
	envSize     = "HARBOUR_SIZE"
)

// openWindow opens the window on the vault in dir and returns when it is
// closed.
func openWindow(program casework.Program, language words.Book, dir, version string) error {
	ideas, err := assets.Wordlist(assets.PassphraseWords)
	if err != nil {
		return err
	}
	invented, err := inventedCases()
	if err != nil {
		return err
	}
	theme := lookFrom(os.Getenv)
	clean, err := leaveNoTraces(theme.Scheme == look.Dark)
	if err != nil {
		return err
	}
	defer clean()
	// The folder is named by this constant: it must say nothing.
	a := app.NewWithID("app")
	window := a.NewWindow("")
	var again error
	ui.New(ui.Config{
		App: a, Window: window, Theme: theme, Runner: ui.NewRunner(), Version: version,
		Shell: present.NewShell(program, dir, strings.Fields(string(ideas)), invented),
		Words: language.In(languageFrom(os.Getenv)),
		Restart: func(r ui.Restart) {
			if again = restart(r); again != nil {
				a.Quit()
			}
		},
	})
	window.Resize(sizeFrom(os.Getenv))
	window.CenterOnScreen()
	window.ShowAndRun()
	return again
}

// inventedCases are the documents to practise with.
func inventedCases() ([][]byte, error) {
	tree := assets.Practice()
	names, err := fs.Glob(tree, "*.json")
	if err != nil {
		return nil, err
	}
	var list [][]byte
	for _, name := range names {
		document, err := fs.ReadFile(tree, name)
		if err != nil {
			return nil, err
		}
		list = append(list, document)
	}
	return list, nil
}

// environment is what a window hands to the one that replaces it.
func environment(r ui.Restart) map[string]string {
	theme := "light"
	if r.Dark {
		theme = "dark"
	}
	number := func(v float32) string { return strconv.FormatFloat(float64(v), 'f', -1, 32) }
	return map[string]string{
		envVault: r.Dir, envTheme: theme, envLanguage: r.Language, envScale: number(r.TextScale),
		envSize: number(r.Width) + "x" + number(r.Height),
	}
}

func lookFrom(env func(string) string) *look.Theme {
	scheme := look.Light
	if env(envTheme) == "dark" {
		scheme = look.Dark
	}
	theme := look.New(scheme, look.LeftToRight)
	if scale, err := strconv.ParseFloat(env(envScale), 32); err == nil && scale > 0 {
		theme.TextScale = float32(scale)
	}
	return theme
}

func sizeFrom(env func(string) string) fyne.Size {
	width, height, _ := strings.Cut(env(envSize), "x")
	w, err := strconv.ParseFloat(width, 32)
	h, err2 := strconv.ParseFloat(height, 32)
	if err != nil || err2 != nil || w < 1 || h < 1 {
		return fyne.NewSize(ui.DefaultWidth, ui.DefaultHeight)
	}
	return fyne.NewSize(max(float32(w), ui.LeastWidth), max(float32(h), ui.LeastHeight))
}

// languageFrom is the language of the system: what the desk speaks is sealed in
// it.
func languageFrom(env func(string) string) string {
	for _, name := range []string{envLanguage, "LC_ALL", "LC_MESSAGES", "LANG"} {
		value, _, _ := strings.Cut(env(name), ".")
		if value != "" && value != "C" && value != "POSIX" {
			return strings.ReplaceAll(value, "_", "-")
		}
	}
	return words.English
}
