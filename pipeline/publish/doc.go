// Package publish brings the outputs of a run to their places.
//
// Everything is first written into <out>/.tongket/publish, in the layout of the
// output folder. Then a plan says which file goes where; from the moment the
// plan is on the disk the publication is decided, and whoever is interrupted
// after it, the next run finishes it. The files are renamed one by one, run.json
// last: while they are, a reader who needs all of one run compares the hashes in
// run.json.
//
// What a person typed into a workbook is never lost: a workbook that is not the
// one that was published stays, and the new one is published beside it. Only the
// empty or cut-off rest of one is replaced.
package publish
