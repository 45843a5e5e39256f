package source

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// volumeName matches the volumes of an archive that was cut in pieces:
// "x.part2.rar", "x.r00" (which follows "x.rar"), "x.7z.002".
var volumeName = regexp.MustCompile(`(?i)^(.+)\.(?:part(\d+)\.rar|r(\d\d)|7z\.(\d\d\d))$`)

// firstVolume is the name of the first volume beside a later one, "" for any
// other file.
func firstVolume(name string) string {
	if n := len(name); n == 0 || name[n-1]|0x20 != 'r' && (name[n-1] < '0' || name[n-1] > '9') {
		return "" // as nearly all
	}
	m := volumeName.FindStringSubmatch(name)
	if m == nil {
		return ""
	}
	stem, part, old, seven := m[1], m[2], m[3], m[4]
	switch {
	case part != "" && strings.TrimLeft(part, "0") != "1":
		return stem + ".part" + strings.Repeat("0", len(part)-1) + "1.rar"
	case old != "":
		return stem + ".rar"
	case seven != "" && seven != "001":
		return stem + ".7z.001"
	}
	return ""
}

// laterVolume reports whether a file is a later volume of an archive whose
// first volume lies beside it. Alone, it is read as far as it can be: not at
// all, which its row then says.
func laterVolume(file string) bool {
	dir, name := filepath.Split(file)
	first := firstVolume(name)
	if first == "" {
		return false
	}
	info, err := os.Stat(filepath.Join(dir, first))
	return err == nil && info.Mode().IsRegular()
}

// laterVolumes is the size of all later volumes of an archive.
func laterVolumes(file string) int64 {
	dir, name := filepath.Split(file)
	lower := strings.ToLower(name)
	if !volumeName.MatchString(name) && !strings.HasSuffix(lower, ".rar") {
		return 0
	}
	entries, err := os.ReadDir(filepath.Clean(dir))
	if err != nil {
		return 0 // the budget is smaller then, and the walk tells of the folder
	}
	var sum int64
	for _, e := range entries {
		if !strings.EqualFold(firstVolume(e.Name()), name) {
			continue
		}
		if info, err := e.Info(); err == nil {
			sum += info.Size()
		}
	}
	return sum
}
