package main

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"github.com/tongket/tongket/pipeline/journal"
	"github.com/tongket/tongket/pipeline/publish"
	"github.com/tongket/tongket/pipeline/report"
	"github.com/tongket/tongket/sinks/evidence"
)

// evidenceFolder is the folder of the pages in an output folder.
const evidenceFolder = "evidence"

// writeEvidence writes a page for every document that has text.
func (a *app) writeEvidence(ctx context.Context, v *journal.View, rows report.Dataset, folder *publish.Folder, lang string) error {
	dir := filepath.Join(folder.Stage(), evidenceFolder)
	if err := a.fs.MkdirAll(dir); err != nil {
		return err
	}
	g := evidence.Gather(rows)
	defer g.Close()
	for t, err := range v.Texts() {
		if err == nil {
			err = context.Cause(ctx)
		}
		if err != nil {
			return err
		}
		p := evidence.Page{Lang: lang, Program: programName()}
		if p.Doc, err = v.Document(t); err != nil {
			return err
		}
		if p.Rows, err = g.Rows(t.ID); err != nil {
			return err
		}
		if err := a.writePage(filepath.Join(dir, t.ID+".html"), p); err != nil {
			return err
		}
	}
	return nil
}

// writePage writes into the stage, which is synced as a whole.
func (a *app) writePage(name string, p evidence.Page) error {
	w, err := a.fs.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o666)
	if err != nil {
		return err
	}
	return errors.Join(evidence.Write(w, p), w.Close())
}

// programName is the name that pages bear.
func programName() string { return "tongket " + version() }

// evidenceLink links a row to the page of its document; nil when no pages are
// asked for.
func (h *house) evidenceLink(v *journal.View) (func(docID, rowID string) string, error) {
	if !h.settings.Evidence {
		return nil, nil
	}
	pages := map[[8]byte]bool{}
	for t, err := range v.Texts() {
		if err != nil {
			return nil, err
		}
		pages[idKey(t.ID)] = true
	}
	return func(docID, rowID string) string {
		if len(docID) != 16 || !pages[idKey(docID)] {
			return ""
		}
		return evidenceFolder + "/" + docID + ".html#r-" + rowID
	}, nil
}
