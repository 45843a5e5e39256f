// Package fsys holds every file operation by which tongket changes a disk, as
// one small interface, so that a test can fail any of them, and the one way in
// which a file may appear: whole, or not at all.
//
//	err := fsys.WriteFile(fsys.OS, "out/run.json", data)
//
//	f, err := fsys.Create(fsys.OS, "out/congress.xlsx") // written beside
//	defer f.Drop()                                      // takes back what was not committed
//	…
//	err = f.Commit()                                    // sync, rename, sync the folder
//
// Inputs are read by package source, which has its own concerns; they are never
// written.
package fsys
