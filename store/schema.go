package store

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"

	"harbour/crypto"
)

// Format is the version of the vault that this program writes, kept as the
// database's user_version.
const Format = 1

// table is one row of sqlite_schema.
type table struct{ name, text string }

// schema is every row of sqlite_schema in a vault, byte for byte: a planted
// trigger, view or index is found before any other statement runs.
var schema = [...]table{
	{"vault", `CREATE TABLE vault(id BLOB NOT NULL, root BLOB NOT NULL) STRICT`},
	{"slot", `CREATE TABLE slot(n INTEGER PRIMARY KEY, blob BLOB NOT NULL) STRICT`},
	{"entry", `CREATE TABLE entry(id INTEGER PRIMARY KEY, head BLOB NOT NULL) STRICT`},
	{"body", `CREATE TABLE body(id INTEGER PRIMARY KEY, ct BLOB NOT NULL) STRICT`},
}

const (
	frontSize    = 4096 // one page of the database, in which the schema stands
	frontMagic   = "SQLite format 3\x00"
	frontVersion = 60 // where user_version stands
	anyFormat    = "CREATE TABLE vault("
)

// checkFront looks at the first page of the file at path before the engine
// does: the engine would play another's log or journal into its database.
func checkFront(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	page := make([]byte, frontSize)
	if _, err := io.ReadFull(f, page); errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return ErrForeign
	} else if err != nil {
		return err
	}
	if !bytes.HasPrefix(page, []byte(frontMagic)) || !bytes.Contains(page, []byte(anyFormat)) {
		return ErrForeign
	}
	if int32(binary.BigEndian.Uint32(page[frontVersion:])) > Format {
		return ErrNewer
	}
	for _, t := range schema {
		if !bytes.Contains(page, []byte(t.text)) {
			return ErrForeign
		}
	}
	return nil
}

// checkSchema makes sure that the database is a vault of this format and holds
// nothing else.
func (e *engine) checkSchema(ctx context.Context) error {
	var version int
	if err := e.conn.QueryRowContext(ctx, sqlVersion).Scan(&version); err != nil {
		return schemaError(err)
	}
	if version > Format {
		return ErrNewer
	}
	if version != Format {
		return ErrForeign
	}
	rows, err := e.conn.QueryContext(ctx, sqlSchema)
	if err != nil {
		return schemaError(err)
	}
	defer rows.Close()
	n := 0
	for ; rows.Next(); n++ {
		var kind, name, of, text *string
		if err := rows.Scan(&kind, &name, &of, &text); err != nil {
			return schemaError(err)
		}
		if n >= len(schema) || !is(kind, "table") || !is(name, schema[n].name) ||
			!is(of, schema[n].name) || !is(text, schema[n].text) {
			return ErrForeign
		}
	}
	if err := rows.Err(); err != nil {
		return schemaError(err)
	}
	if n != len(schema) {
		return ErrForeign
	}
	return nil
}

// schemaError is plainError where what cannot be read is the schema: a
// malformed one was never ours.
func schemaError(err error) error {
	if err = plainError(err); errors.Is(err, crypto.ErrDamaged) {
		return ErrForeign
	}
	return err
}

func is(s *string, want string) bool { return s != nil && *s == want }
