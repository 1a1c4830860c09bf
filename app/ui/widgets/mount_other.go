//go:build !unix

package widgets

// isMount has no answer here: such systems mount elsewhere.
func isMount(_, _ string) bool { return false }
