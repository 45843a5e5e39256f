package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/tongket/tongket/cmd/bench/archive"
	"github.com/tongket/tongket/configs"
	"github.com/tongket/tongket/extractors/profiletest"
	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/fsys/fsystest"
)

// profileChanges is how many random changes of each sort are tried.
func profileChanges() int {
	if slow {
		return 60
	}
	return 5
}

// Whatever lexicons a researcher changes, one change after the other: nothing is
// read, and the outputs are those of a run that has nothing.
func TestChangedLexicons(t *testing.T) {
	some := changedProfiles(t, func(r *rand.Rand, p *configs.Profile, texts []string) map[string]string {
		return profiletest.Random(r, p.Wordlists, texts)
	})
	if t.Logf("%d changes touched some documents only", some); some == 0 {
		t.Error("no change touched some documents only")
	}
}

// And whatever rules she switches off and on, or writes in their place.
func TestChangedRules(t *testing.T) {
	changedProfiles(t, func(r *rand.Rand, p *configs.Profile, _ []string) map[string]string {
		var off []string
		for range 1 + r.IntN(3) {
			off = append(off, p.Rules[r.IntN(len(p.Rules))].ID)
		}
		fields := "off: [" + strings.Join(off, ", ") + "]\nrules:\n"
		for i, rule := range []string{
			"kind: quantity, table: measures, settings: {unread: false}",
			"kind: keyword, table: assessments, settings: {column: aspect, set: {polarity: strength}, words: {documents: [văn kiện]}}",
			"kind: keyword, table: documents, settings: {column: doc_type, words: {minutes: [biên bản]}}",
			"kind: code, table: limitations, settings: {code: papers_weak, aspect: discussion, cue: [còn ít, chưa sâu], need: [[tham luận, thảo luận]]}",
		} {
			if r.IntN(4) == 0 {
				fields += fmt.Sprintf("  - {id: my.rule_%d, %s}\n", i, rule)
			}
		}
		return map[string]string{"fields/mine.yaml": fields}
	})
}

// changedProfiles runs under one random profile after the other, and says after how many
// changes some documents were extracted and others not.
func changedProfiles(t *testing.T, random func(*rand.Rand, *configs.Profile, []string) map[string]string) (some int) {
	t.Helper()
	if testing.Short() || raced { // one goroutine at a time, in a minute or more with the detector
		t.Skip("runs over an archive again and again")
	}
	dir := t.TempDir()
	if _, err := archive.Write(t.Context(), filepath.Join(dir, "in"), archive.Config{Reports: 12, Seed: 9, Formats: []string{"docx", "txt"}}); err != nil {
		t.Fatal(err)
	}
	if err := os.CopyFS(filepath.Join(dir, "in"), os.DirFS(filepath.Join("..", "..", "testdata", "reports"))); err != nil {
		t.Fatal(err)
	}
	t.Chdir(dir)
	quick := fsystest.Unsynced(fsys.OS)
	run := func(out, profile string) {
		t.Helper()
		if status, said := inProcess(t, quick, "run", "in", "-o", out, "--quiet", "--formats", "xlsx,parquet,jsonl,csv", "--profile", profile); status != 0 {
			t.Fatalf("status %d: %s", status, said)
		}
	}
	if err := os.Mkdir("profile", 0o777); err != nil {
		t.Fatal(err)
	}
	run("out", "profile")
	texts := publishedTexts(t, "out")
	source := rand.New(rand.NewPCG(6, 6))
	for n := range profileChanges() {
		profile := fmt.Sprintf("profile-%d", n)
		layer := randomProfile(t, profile, func(p *configs.Profile) map[string]string { return random(source, p, texts) })
		run("out", profile)
		run("fresh", profile)
		if got, want := published(t, "out"), published(t, "fresh"); got != want {
			t.Errorf("after %q: other bytes:\n%s\nwant\n%s", layer, got, want)
		}
		var did struct {
			Read      int `json:"documents_read"`
			Extracted int `json:"documents_extracted"`
		}
		data, err := os.ReadFile(filepath.Join("out", "run.json"))
		if err == nil {
			err = json.Unmarshal(data, &did)
		}
		if err != nil || did.Read != 0 {
			t.Errorf("after %q: %d documents were read: %v", layer, did.Read, err)
		}
		if did.Extracted > 0 && did.Extracted < len(texts) {
			some++
		}
		if err := os.RemoveAll("fresh"); err != nil {
			t.Fatal(err)
		}
	}
	return some
}

// publishedTexts are the canonical texts of a run.
func publishedTexts(t *testing.T, out string) (texts []string) {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(out, "texts", "*.txt"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no texts in %s: %v", out, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(data))
	}
	return texts
}

// randomProfile writes random changes into a folder until the examples of all rules
// hold: a profile under which they do not is refused.
func randomProfile(t *testing.T, folder string, random func(*configs.Profile) map[string]string) map[string]string {
	t.Helper()
	p, err := configs.Embedded()
	if err != nil {
		t.Fatal(err)
	}
	for range 100 {
		layer := random(p)
		for name, text := range layer {
			if err := fsys.WriteFile(fsys.OS, filepath.Join(folder, name), []byte(text)); err != nil {
				t.Fatal(err)
			}
		}
		if _, _, err := loadRules(folder); err == nil {
			return layer
		}
		if err := os.RemoveAll(folder); err != nil {
			t.Fatal(err)
		}
	}
	t.Fatal("no random profile keeps the examples")
	return nil
}
