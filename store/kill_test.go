package store_test

func writeUntilKilled(dir string) error { return nil }
