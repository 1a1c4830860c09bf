package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"net/url"
	"path/filepath"

	"harbour/crypto"
	"modernc.org/sqlite"
)

// maxSlots is the most slots that a vault can have.
const maxSlots = 32

// The statements. A value larger than its format allows is read as none: a
// planted file must not fill the memory.
const (
	sqlVersion     = `PRAGMA user_version`
	sqlSchema      = `SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid LIMIT 16`
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
	// 16 MiB hold the inner pages of a hundred thousand items, so that a save
	// costs the same in a large vault.
	`cache_size = -16384`,
}

// configure sets up the connection and changes nothing in the file.
func (e *engine) configure(ctx context.Context) error {
	for _, p := range pragmas {
		if _, err := e.conn.ExecContext(ctx, `PRAGMA `+p); err != nil {
			return schemaError(err) // some of them read the schema
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

// create makes the tables and the rows of a new vault.
func (e *engine) create(ctx context.Context, id crypto.VaultID, root, slot []byte) error {
	return e.transact(ctx, func() error {
		for _, t := range schema {
			if err := e.exec(ctx, t.text); err != nil {
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

// vault returns the one row of the vault table, or crypto.ErrDamaged where it
// is not one or has no id.
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
			return id, nil, crypto.ErrDamaged
		}
	}
	if err := rows.Err(); err != nil {
		return id, nil, plainError(err)
	}
	if n != 1 {
		return id, nil, crypto.ErrDamaged
	}
	return id, root, nil
}

// slots returns all slots by number, or crypto.ErrDamaged where there are none
// or too many. A slot that is too large comes without its bytes.
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
		if n < 0 || n > math.MaxUint32 {
			return nil, crypto.ErrDamaged
		}
		slots = append(slots, crypto.NumberedSlot{N: uint32(n), Blob: blob})
	}
	if err := rows.Err(); err != nil {
		return nil, plainError(err)
	}
	if len(slots) == 0 || len(slots) > maxSlots {
		return nil, crypto.ErrDamaged
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
