package configs

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"reflect"
	"testing"
)

var update = flag.Bool("update", false, "write parsed.json anew")

// What the program starts with is what the YAML files say.
func TestParsedTablesAreThoseOfYAML(t *testing.T) {
	const cure = "run: go test ./configs -run Parsed -update"
	names, err := fs.Glob(embedded, "tables*.yaml")
	if err != nil || len(names) == 0 {
		t.Fatal(names, err)
	}
	var all []parsedTables
	for _, name := range names {
		data, err := embedded.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var want, got tablesFile
		if err := decodeYAML(name, data, &want); err != nil {
			t.Fatal(err)
		}
		want.Codes = nil // anchors, which YAML has put in their places
		file, err := json.Marshal(want)
		if err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(file, &got); err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("%s: JSON keeps other tables than those of YAML: %v", name, err)
		}
		all = append(all, parsedTables{hashOf(data), file})
	}
	want, err := json.Marshal(all)
	if err != nil {
		t.Fatal(err)
	}
	want = append(bytes.ReplaceAll(want, []byte(`,{"of":`), []byte(",\n"+`{"of":`)), '\n') // a line a file
	if *update {
		if err := os.WriteFile("parsed.json", want, 0o666); err != nil {
			t.Fatal(err)
		}
	} else if !bytes.Equal(parsedJSON, want) {
		t.Errorf("parsed.json is not what the files of tables say; %s", cure)
	}
}
