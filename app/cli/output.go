package cli

import (
	"encoding/json"
	"fmt"
)

// json prints one value and nothing else.
func (p *Program) json(v any) error {
	e := json.NewEncoder(p.Stdout)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}

// raw prints one line of JSON that is made already.
func (p *Program) raw(line []byte) error {
	_, err := fmt.Fprintf(p.Stdout, "%s\n", line)
	return err
}
