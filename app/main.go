// Package main is the program: it builds what the others need from the data
// that it carries, and joins them. It decides nothing itself.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"strings"

	"harbour/app/casework"
	"harbour/app/cli"
	"harbour/app/referral"
	"harbour/app/words"
	"harbour/assets"
	"harbour/crypto"
)

// version is set by the linker.
var version = "dev"

func main() {
	crypto.Harden()
	code, err := run(os.Args[1:])
	if err != nil {
		fmt.Fprintln(os.Stderr, "harbour:", err)
	}
	os.Exit(code)
}

func run(args []string) (int, error) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	book, err := referral.ReadBook(assets.Vocabularies(), assets.Requirements(), assets.Consents())
	if err != nil {
		return 1, err
	}
	language, err := words.Parse(assets.Words())
	if err != nil {
		return 1, err
	}
	codes, err := assets.Wordlist(assets.CaseWords)
	if err != nil {
		return 1, err
	}
	program := casework.NewProgram(book, strings.Fields(string(codes)), version)
	commands := &cli.Program{
		Program: program, Words: language.In("en"), Practice: assets.Practice(),
		Stdin: os.Stdin, Stdout: os.Stdout, Stderr: os.Stderr, Env: os.Getenv,
		Window: func(dir string) error {
			// The window ends by itself on an interrupt; nothing else may keep it.
			stop()
			return openWindow(program, language, dir, version)
		},
	}
	return commands.Run(ctx, args), nil
}
