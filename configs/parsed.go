package configs

import (
	"crypto/sha256"
	_ "embed"
	"encoding/hex"
	"encoding/json"
	"sync"
)

// parsedJSON holds the embedded files of tables as YAML reads them. To read a
// hundred kilobytes of YAML takes 20 ms, a third of what there is to do before
// the first document; as JSON they take one. A file that was changed has another
// hash and is read from YAML, so nothing old is ever used; the test of this file
// says how to write it anew.
//
//go:embed parsed.json
var parsedJSON []byte

// parsedTables is a file of tables under the hash of its bytes.
type parsedTables struct {
	Of   string          `json:"of"`
	File json.RawMessage `json:"file"`
}

var parsed = sync.OnceValue(func() []parsedTables {
	var all []parsedTables
	if json.Unmarshal(parsedJSON, &all) != nil {
		return nil
	}
	return all
})

// readTables reads one file of tables.
func readTables(file string, data []byte) (f tablesFile, err error) {
	of := hashOf(data)
	for _, p := range parsed() {
		if p.Of == of && json.Unmarshal(p.File, &f) == nil {
			return f, nil
		}
	}
	f = tablesFile{}
	err = decodeYAML(file, data, &f)
	return f, err
}

func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
