package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/fsys/fsystest"
)

var (
	fieldsBlock = regexp.MustCompile("(?s)```[a-z]*\n(.*?)```")
	fieldsFile  = regexp.MustCompile(`^# (my-profile/\S+)\n`)
	fieldsMade  = regexp.MustCompile(`printf '([^']*)' > (\S+)`)
	fieldsWord  = regexp.MustCompile(`"[^"]*"|\S+`)
)

// The blocks of FIELDS.md are one profile, and its commands do what the page says.
func TestFieldsPage(t *testing.T) {
	page, err := os.ReadFile(atRoot("FIELDS.md"))
	if err != nil {
		t.Fatal(err)
	}
	root, err := filepath.Abs(atRoot(""))
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(t.TempDir())
	write := func(name, text string) {
		if err := fsys.WriteFile(fsys.OS, filepath.FromSlash(name), []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	var commands []string
	files := 0
	for _, m := range fieldsBlock.FindAllStringSubmatch(string(page), -1) {
		block := m[1]
		if name := fieldsFile.FindStringSubmatch(block); name != nil {
			write(name[1], block[len(name[0]):])
			files++
			continue
		}
		if made := fieldsMade.FindStringSubmatch(block); made != nil {
			write(made[2], strings.ReplaceAll(made[1], `\n`, "\n"))
		}
		for line := range strings.Lines(block) {
			if command, ok := strings.CutPrefix(line, "go run ./cmd/tongket "); ok {
				commands = append(commands, command)
			}
		}
	}
	if files < 6 || len(commands) != 4 {
		t.Fatalf("%d files and commands %q", files, commands)
	}
	write("mine/storm.txt", "BÁO CÁO\nkết quả Đại hội Đảng bộ xã Đồng Thấp\n\nĐại hội họp muộn vì bão số 3 đổ bộ tháng 9 năm 2024. Hội trường đại hội còn chật chội.\n")
	for _, command := range commands {
		var args []string
		for _, w := range fieldsWord.FindAllString(command, -1) {
			args = append(args, strings.Trim(strings.ReplaceAll(w, "testdata/reports", filepath.Join(root, "testdata", "reports")), `"`))
		}
		if args[0] == "run" {
			args = append(args, "--formats", "jsonl,parquet")
		}
		status, said := inProcess(t, fsystest.Unsynced(fsys.OS), args...)
		if status != 0 || strings.Contains(said, "Lưu ý") {
			t.Fatalf("%s: status %d: %s", command, status, said)
		}
	}
	for file, want := range map[string][]string{
		"documents":         {`"venue":"Nhà văn hóa xã Đồng Cao"`},
		"identity_evidence": {`"field":"venue","value":"Nhà văn hóa xã Đồng Cao"`},
		"storms":            {`"name":"bão số 3","landed":"2024-09-01","landed_precision":"month","strength":"strong"`},
		"limitations":       {`"code":"late_storm"`, `"code":"papers_weak"`},
		"limitation_rates":  {`"code":"late_storm"`},
	} {
		data, err := os.ReadFile(filepath.Join("out", "jsonl", file+".jsonl"))
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range want {
			if !strings.Contains(string(data), w) {
				t.Errorf("%s has no %s", file, w)
			}
		}
	}
}
