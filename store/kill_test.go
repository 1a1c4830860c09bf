package store_test

func holdVault(dir string) error        { return nil }
func writeUntilKilled(dir string) error { return nil }
