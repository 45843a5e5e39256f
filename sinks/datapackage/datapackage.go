// Package datapackage describes the files that other sinks wrote as a Data
// Package (version 2 of the standard): datapackage.json lists every file with
// its size and SHA-256, and every column with its type, meaning, codes and
// whether it may be missing. Tools in Python and R read it.
package datapackage

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"

	"github.com/tongket/tongket/pipeline/fsys"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/whole"
)

// Name is the name of the description in the output folder.
const Name = "datapackage.json"

// Config says what is described.
type Config struct {
	// FS is the file system; nil is the machine's.
	FS fsys.FS
	// Dir is the output folder; tables stand in its folders parquet, csv and
	// jsonl, by their names.
	Dir string
	// Program, Version and Run name what made the files.
	Program, Version, Run string
}

// Sink writes the description. It must run after the sinks whose files it
// describes; tables that no file holds are left out.
type Sink struct{ config Config }

// New returns a sink.
func New(c Config) *Sink {
	if c.FS == nil {
		c.FS = fsys.OS
	}
	return &Sink{c}
}

// formats are the folders that are looked into. The first one's resources have
// the plain names of their tables.
var formats = []struct{ folder, extension, format, media string }{
	{"parquet", ".parquet", "parquet", "application/vnd.apache.parquet"},
	{"csv", ".csv", "csv", "text/csv"},
	{"jsonl", ".jsonl", "jsonl", "application/jsonl"},
}

// Write describes the files of every table of ds, or leaves the folder as it
// was.
func (s *Sink) Write(ctx context.Context, ds report.Dataset) error {
	p := Package{
		Schema: "https://datapackage.org/profiles/2.0/datapackage.json", Name: "tongket", ID: s.config.Run, Version: s.config.Version,
		Title: "Kết quả tổng kết đại hội đảng bộ các cấp", Description: "What reports on Party congresses state, with evidence; made by " + s.config.Program,
		Resources: []Resource{},
	}
	for i, f := range formats {
		for _, t := range ds.Tables() {
			r, err := s.resource(ctx, ds, t, i)
			if errors.Is(err, fs.ErrNotExist) {
				continue
			}
			if err != nil {
				return fmt.Errorf("datapackage: %s/%s: %w", f.folder, t.Name, err)
			}
			p.Resources = append(p.Resources, r)
		}
	}
	data, err := json.MarshalIndent(p, "", "  ")
	if err != nil {
		return fmt.Errorf("datapackage: %w", err)
	}
	files := whole.In(s.config.FS, s.config.Dir)
	defer files.Drop()
	w, err := files.Create(Name)
	if err == nil {
		_, err = w.Write(append(data, '\n'))
	}
	if err == nil {
		err = files.Publish()
	}
	if err != nil {
		return fmt.Errorf("datapackage: %w", err)
	}
	return nil
}

func (s *Sink) resource(ctx context.Context, ds report.Dataset, t *report.Table, format int) (Resource, error) {
	f := formats[format]
	name, path := t.Name, f.folder+"/"+t.Name+f.extension
	if format > 0 {
		name += "-" + f.format
	}
	size, sum, err := s.hash(ctx, filepath.Join(s.config.Dir, f.folder, t.Name+f.extension))
	if err != nil {
		return Resource{}, err
	}
	r := Resource{
		Schema: "https://datapackage.org/profiles/2.0/dataresource.json", Name: name, Type: "table", Path: path, Title: t.Label.VI, Description: t.Description,
		Format: f.format, MediaType: f.media, Encoding: "utf-8", Bytes: size, Hash: "sha256:" + sum, TableSchema: SchemaOf(t, hasTable(ds, "documents")),
	}
	if f.format == "parquet" {
		r.Encoding = ""
	}
	return r, nil
}

func (s *Sink) hash(ctx context.Context, name string) (int64, string, error) {
	if err := context.Cause(ctx); err != nil {
		return 0, "", err
	}
	f, err := fsys.Open(s.config.FS, name)
	if err != nil {
		return 0, "", err
	}
	defer f.Close()
	h := sha256.New()
	n, err := io.Copy(h, f)
	return n, hex.EncodeToString(h.Sum(nil)), err
}

func hasTable(ds report.Dataset, name string) bool {
	for _, t := range ds.Tables() {
		if t.Name == name {
			return true
		}
	}
	return false
}
