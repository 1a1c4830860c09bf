package atomicfile

import "io"

// Call is told of each call to the system before it is done. Where it returns
// an error the call fails with that; a write is then done by half.
type Call func(op, path string) error

// CreateCalling is Create with before told of each call.
func CreateCalling(dir, name string, before Call) (*File, error) {
	return create(called{disk{}, before}, dir, name)
}

type called struct {
	system
	before Call
}

func (c called) create(path string) (partFile, error) {
	if err := c.before("create", path); err != nil {
		return nil, err
	}
	f, err := c.system.create(path)
	return calledFile{f, c.before, path}, err
}

func (c called) readBack(path string) (io.ReadCloser, error) {
	if err := c.before("read", path); err != nil {
		return nil, err
	}
	return c.system.readBack(path)
}

func (c called) rename(from, to string) error {
	if err := c.before("rename", from); err != nil {
		return err
	}
	return c.system.rename(from, to)
}

func (c called) remove(path string) error {
	if err := c.before("remove", path); err != nil {
		return err
	}
	return c.system.remove(path)
}

func (c called) syncDir(dir string) error {
	if err := c.before("syncdir", dir); err != nil {
		return err
	}
	return c.system.syncDir(dir)
}

func (c called) syncMedium(dir string) error {
	if err := c.before("syncmedium", dir); err != nil {
		return err
	}
	return c.system.syncMedium(dir)
}

type calledFile struct {
	partFile
	before Call
	path   string
}

func (c calledFile) Write(p []byte) (int, error) {
	if err := c.before("write", c.path); err != nil {
		n, _ := c.partFile.Write(p[:len(p)/2])
		return n, err
	}
	return c.partFile.Write(p)
}

func (c calledFile) Sync() error {
	if err := c.before("sync", c.path); err != nil {
		return err
	}
	return c.partFile.Sync()
}

func (c calledFile) Close() error {
	err := c.before("close", c.path)
	if cerr := c.partFile.Close(); err == nil {
		err = cerr
	}
	return err
}
