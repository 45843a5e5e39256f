//go:build !unix

package source

// withoutWaiting has no meaning here: these systems keep pipes elsewhere.
const withoutWaiting = 0

// isLoop has no meaning here: such links are not found.
func isLoop(error) bool { return false }
