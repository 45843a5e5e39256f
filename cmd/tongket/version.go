package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"regexp"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/spf13/cobra"
)

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Example: "  tongket version",
		Args:    arguments(0, 0),
		RunE: func(*cobra.Command, []string) error {
			f, err := fingerprint()
			if err != nil {
				return err
			}
			fmt.Fprintf(a.out, "tongket %s\n%s %s/%s\nfingerprint %s\n", version(), runtime.Version(), runtime.GOOS, runtime.GOARCH, f)
			return nil
		},
	}
}

// version is the version of the module, "devel" for a build from a work tree.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || info.Main.Version == "" || info.Main.Version == "(devel)" {
		return "devel"
	}
	return info.Main.Version
}

// fingerprint stands for everything that the program does to a document. That
// of a release is its version. A build from a work tree has none that changes
// with the code, so it is the hash of the program's file: the one that the go
// command has written into it, or ours where there is none.
var fingerprint = sync.OnceValues(func() (string, error) {
	if v := version(); v != "devel" && !strings.Contains(v, "+dirty") {
		return v, nil
	}
	name, err := os.Executable()
	if err != nil {
		return "", err
	}
	f, err := os.Open(name)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	head, err := io.ReadAll(io.LimitReader(f, buildIDWithin))
	if err != nil {
		return "", err
	}
	if id := buildID(head); id != nil {
		h.Write(id)
	} else if _, err := io.Copy(h, io.MultiReader(bytes.NewReader(head), f)); err != nil {
		return "", err
	}
	return "devel-" + hex.EncodeToString(h.Sum(nil)[:8]), nil
})

// buildIDWithin is how far into a program the go command looks for its own id.
const buildIDWithin = 32 << 10

// buildID is the id in the beginning of a program: hashes of the actions that
// linked it and compiled its package, and of what came out of them. It saves
// hashing 80 MB at every start. Linkers that are not called by the go command
// leave it out or write something else there, which has not its four parts: nil.
func buildID(head []byte) []byte {
	const hashes = `([\w-]{20}/[\w-]{20}/[\w-]{20}/[\w-]{20})`
	for _, form := range []string{
		`\x04\x00\x00\x00Go\x00\x00` + hashes, // a note of ELF
		`Go build ID: "` + hashes + `"`,       // before the code, elsewhere
	} {
		if id := regexp.MustCompile(form).FindSubmatch(head); id != nil {
			return id[1]
		}
	}
	return nil
}
