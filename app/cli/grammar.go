package cli

import "github.com/alecthomas/kong"

// grammar is all commands with their flags. Help texts are English: they are
// read by whoever writes scripts.
type grammar struct {
	global
	Version kong.VersionFlag `help:"Say the version."`

	Window  windowCommand  `cmd:"" default:"1" help:"Open the window (what happens without a command)."`
	Init    initCommand    `cmd:"" help:"Make a vault. Example: harbour init --vault desk --role field --name 'Desk 3'"`
	Card    cardCommand    `cmd:"" help:"Write this vault's contact card; print its twelve groups. Example: harbour card --out desk3.card"`
	Trust   trustCommand   `cmd:"" help:"Take a contact card in, or check one by groups. Example: harbour trust meridian.card --groups '40718 92265 31742 11635'"`
	Add     addCommand     `cmd:"" help:"Add or update referrals from JSON. Example: harbour add case.json"`
	Attach  attachCommand  `cmd:"" help:"Attach files to a referral. Example: harbour attach kestrel-27 letter.png --kind threat_evidence"`
	Save    saveCommand    `cmd:"" help:"Write a readable copy of a document out. Example: harbour save kestrel-27 DOCUMENT --out ."`
	Remove  removeCommand  `cmd:"" help:"Take a referral out of the vault. Example: harbour remove kestrel-27"`
	List    listCommand    `cmd:"" help:"List the referrals. Example: harbour list --json"`
	Show    showCommand    `cmd:"" help:"Show a referral. Example: harbour show kestrel-27 --json"`
	Check   checkCommand   `cmd:"" help:"Say what a referral lacks. Example: harbour check kestrel-27"`
	Export  exportCommand  `cmd:"" help:"Hand referrals over as one file. Example: harbour export --to Meridian --out /media/stick kestrel-27"`
	Inspect inspectCommand `cmd:"" help:"Say what a file is, with or without a vault. Example: harbour inspect 1a2b3c4d5e6f7081.age"`
	Open    openCommand    `cmd:"" help:"Verify a file and take it in. Example: harbour open 1a2b3c4d5e6f7081.age --receipt /media/stick"`
	Receipt receiptCommand `cmd:"" help:"Take the office's receipt in. Example: harbour receipt 8f7e6d5c4b3a2910.age"`
	Verify  verifyCommand  `cmd:"" help:"Check every item, every attachment, the root and the audit chain. Example: harbour verify"`
	Demo    demoCommand    `cmd:"" help:"Do the whole practice hand-over with invented people. Example: harbour demo --dir practice"`
}

// global are the flags of every command.
type global struct {
	Vault          string `help:"The vault's folder. Else HARBOUR_VAULT, else a folder vault beside the program, else the system's place for it." placeholder:"DIR"`
	PassphraseFile string `help:"Read the passphrase from FILE, - for standard input. Else it is asked for." placeholder:"FILE"`
}

type windowCommand struct{}

// Run opens the window.
func (windowCommand) Run(r *run) error { return r.Program.Window(r.vaultDir()) }
