package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"

	"harbour/crypto"
	"modernc.org/sqlite"
)

// Format is the version of the vault that this program writes, kept as the
// database's user_version.
const Format = 1

// schema is every row of sqlite_schema in a vault, byte for byte: a planted
// trigger, view or index is found before any other statement runs.
var schema = [...]string{
	`CREATE TABLE vault(id BLOB NOT NULL, root BLOB NOT NULL) STRICT`,
	`CREATE TABLE slot(n INTEGER PRIMARY KEY, blob BLOB NOT NULL) STRICT`,
	`CREATE TABLE entry(id INTEGER PRIMARY KEY, head BLOB NOT NULL) STRICT`,
	`CREATE TABLE body(id INTEGER PRIMARY KEY, ct BLOB NOT NULL) STRICT`,
}

// The statements. A value larger than its format allows is read as none: a
// planted file must not fill the memory.
const (
	sqlInsertVault = `INSERT INTO vault(id, root) VALUES (?, ?)`
	sqlUpdateRoot  = `UPDATE vault SET root = ?`
	sqlInsertSlot  = `INSERT INTO slot(n, blob) VALUES (?, ?)`
	sqlSlots       = `SELECT n, iif(length(blob) <= 8192, blob, NULL) FROM slot ORDER BY n LIMIT 33`
	sqlVault       = `SELECT iif(length(id) = 16, id, NULL), iif(length(root) <= 1024, root, NULL) FROM vault LIMIT 2`
	sqlEntries     = `SELECT id, iif(length(head) <= 16000, head, NULL) FROM entry ORDER BY id`
	sqlHead        = `SELECT iif(length(head) <= 16000, head, NULL) FROM entry WHERE id = ?`
	sqlPutEntry    = `INSERT INTO entry(id, head) VALUES (?1, ?2) ON CONFLICT(id) DO UPDATE SET head = ?2`
	sqlDropEntry   = `DELETE FROM entry WHERE id = ?`
	sqlBody        = `SELECT iif(length(ct) <= 16777216, ct, NULL) FROM body WHERE id = ?`
	sqlBodies      = `SELECT id FROM body ORDER BY id`
	sqlPutBody     = `INSERT INTO body(id, ct) VALUES (?1, ?2) ON CONFLICT(id) DO UPDATE SET ct = ?2`
	sqlDropBody    = `DELETE FROM body WHERE id = ?`
)

// engine is the one connection to the database. It knows tables and blobs,
// nothing of what they hold.
type engine struct {
	db   *sql.DB
	conn *sql.Conn
	// prepared holds the statements of a save, by their text.
	prepared map[string]*sql.Stmt
}

// openEngine opens the database file at path, which must exist.
func openEngine(ctx context.Context, path string) (*engine, error) {
	// A database file that any part of the process opens and closes would
	// lose its POSIX locks; OFD locks stay. Where they do not exist the lock
	// of the folder still stands.
	_, _ = sqlite.OFDLocking(true)
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	name := url.URL{Scheme: "file", Path: filepath.ToSlash(abs), RawQuery: "mode=rw&_defensive=1"}
	db, err := sql.Open("sqlite", name.String())
	if err != nil {
		return nil, plainError(err)
	}
	db.SetMaxOpenConns(1)
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, errors.Join(plainError(err), db.Close())
	}
	return &engine{db: db, conn: conn, prepared: map[string]*sql.Stmt{}}, nil
}

// pragmas are set in this order, before the first access to the file:
// exclusive locking before WAL, so that no shared memory file is made.
var pragmas = [...]string{
	`locking_mode = EXCLUSIVE`,
	`trusted_schema = OFF`,
	`cell_size_check = ON`,
	`foreign_keys = ON`,
	`mmap_size = 0`,
	`temp_store = MEMORY`,
	`secure_delete = ON`,
	`synchronous = FULL`,
}

// configure sets up the connection and changes nothing in the file.
func (e *engine) configure(ctx context.Context) error {
	for _, p := range pragmas {
		if _, err := e.conn.ExecContext(ctx, `PRAGMA `+p); err != nil {
			return plainError(err)
		}
	}
	return nil
}

// setJournal sets the journal mode, "wal" or, while the file is made, "delete".
func (e *engine) setJournal(ctx context.Context, journal string) error {
	var got string
	if err := e.conn.QueryRowContext(ctx, `PRAGMA journal_mode = `+journal).Scan(&got); err != nil {
		return plainError(err)
	}
	if got != journal {
		return fmt.Errorf("journal mode %s refused", journal)
	}
	return nil
}

// checkSchema makes sure that the file is a vault of this format and holds
// nothing else.
func (e *engine) checkSchema(ctx context.Context) error {
	var version int
	if err := e.conn.QueryRowContext(ctx, `PRAGMA user_version`).Scan(&version); err != nil {
		return plainError(err)
	}
	if version > Format {
		return ErrNewer
	}
	if version != Format {
		return ErrForeign
	}
	rows, err := e.conn.QueryContext(ctx, `SELECT sql FROM sqlite_schema ORDER BY rowid LIMIT 16`)
	if err != nil {
		return plainError(err)
	}
	defer rows.Close()
	n := 0
	for ; rows.Next(); n++ {
		var text sql.NullString
		if err := rows.Scan(&text); err != nil {
			return plainError(err)
		}
		if n >= len(schema) || text.String != schema[n] {
			return ErrForeign
		}
	}
	if err := rows.Err(); err != nil {
		return plainError(err)
	}
	if n != len(schema) {
		return ErrForeign
	}
	return nil
}

// create makes the tables and the rows of a new vault.
func (e *engine) create(ctx context.Context, id crypto.VaultID, root, slot []byte) error {
	return e.transact(ctx, func() error {
		for _, s := range schema {
			if err := e.exec(ctx, s); err != nil {
				return err
			}
		}
		if err := e.exec(ctx, fmt.Sprintf(`PRAGMA user_version = %d`, Format)); err != nil {
			return err
		}
		if err := e.exec(ctx, sqlInsertSlot, 1, slot); err != nil {
			return err
		}
		return e.exec(ctx, sqlInsertVault, id[:], root)
	})
}

// vault returns the one row of the vault table, or ErrForeign.
func (e *engine) vault(ctx context.Context) (id crypto.VaultID, root []byte, err error) {
	rows, err := e.conn.QueryContext(ctx, sqlVault)
	if err != nil {
		return id, nil, plainError(err)
	}
	defer rows.Close()
	n := 0
	for ; rows.Next(); n++ {
		var raw []byte
		if err := rows.Scan(&raw, &root); err != nil {
			return id, nil, plainError(err)
		}
		if copy(id[:], raw) != len(id) {
			return id, nil, ErrForeign
		}
	}
	if n != 1 || rows.Err() != nil {
		return id, nil, ErrForeign
	}
	return id, root, nil
}

// slots returns all slots by number, or ErrForeign where there are none, too
// many, or one too large.
func (e *engine) slots(ctx context.Context) ([]crypto.NumberedSlot, error) {
	rows, err := e.conn.QueryContext(ctx, sqlSlots)
	if err != nil {
		return nil, plainError(err)
	}
	defer rows.Close()
	var slots []crypto.NumberedSlot
	for rows.Next() {
		var n int64
		var blob []byte
		if err := rows.Scan(&n, &blob); err != nil {
			return nil, plainError(err)
		}
		if n < 0 || n > 1<<31 {
			return nil, ErrForeign
		}
		slots = append(slots, crypto.NumberedSlot{N: uint32(n), Blob: blob})
	}
	if err := rows.Err(); err != nil {
		return nil, plainError(err)
	}
	if len(slots) == 0 || len(slots) > 32 {
		return nil, ErrForeign
	}
	return slots, nil
}

// blob returns the single blob that query finds for id, or ErrNotFound.
func (e *engine) blob(ctx context.Context, query string, id ID) ([]byte, error) {
	stmt, err := e.prepare(ctx, query)
	if err != nil {
		return nil, err
	}
	var b []byte
	err = stmt.QueryRowContext(ctx, int64(id)).Scan(&b)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, ErrNotFound
	}
	return b, plainError(err)
}

// transact runs do in a transaction, which ends whole or not at all.
func (e *engine) transact(ctx context.Context, do func() error) error {
	if err := e.exec(ctx, `BEGIN IMMEDIATE`); err != nil {
		return err
	}
	err := do()
	if err == nil {
		err = e.exec(ctx, `COMMIT`)
	}
	if err != nil {
		// The engine may have rolled back by itself; then this says so.
		_ = e.exec(ctx, `ROLLBACK`)
	}
	return err
}

func (e *engine) exec(ctx context.Context, query string, args ...any) error {
	stmt, err := e.prepare(ctx, query)
	if err != nil {
		return err
	}
	_, err = stmt.ExecContext(ctx, args...)
	return plainError(err)
}

func (e *engine) prepare(ctx context.Context, query string) (*sql.Stmt, error) {
	if stmt, ok := e.prepared[query]; ok {
		return stmt, nil
	}
	stmt, err := e.conn.PrepareContext(ctx, query)
	if err != nil {
		return nil, plainError(err)
	}
	e.prepared[query] = stmt
	return stmt, nil
}

// quickCheck reads the whole file and checks its structure.
func (e *engine) quickCheck(ctx context.Context) error {
	var result string
	if err := e.conn.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&result); err != nil {
		return plainError(err)
	}
	if result != "ok" {
		return crypto.ErrDamaged
	}
	return nil
}

// fold moves the log into the database and empties it.
func (e *engine) fold(ctx context.Context) error {
	var busy, logged, folded int
	return plainError(e.conn.QueryRowContext(ctx, `PRAGMA wal_checkpoint(TRUNCATE)`).Scan(&busy, &logged, &folded))
}

// close closes the file.
func (e *engine) close() error {
	var errs []error
	for _, stmt := range e.prepared {
		errs = append(errs, stmt.Close())
	}
	return errors.Join(append(errs, e.conn.Close(), e.db.Close())...)
}
