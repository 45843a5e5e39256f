// Package archive composes archives of congress reports whose answers are known.
//
// It invents a country's Party organisations below the real provinces, with
// their congresses of four terms and the figures of each, and lets every
// organisation report what happened, in words, lists and tables. What a report
// says and the rows that a careful coder reads out of it are written together,
// sentence by sentence, so the labels are right by construction. The sentences
// are written from the codebook and the genre, apart from the rules.
//
// Everything hangs on a seed: the same seed gives the same bytes. Provinces and
// the cited documents of the centre are real; districts, communes, people and
// figures are not.
package archive
