// Package bucket reads and writes the objects of a store such as S3 or Google
// Cloud Storage, by addresses like s3://archive/2020?region=ap-southeast-1.
//
// What the stores need weighs more than the whole of the rest, so it is in
// builds with the tag cloud only; others say so when an address is named.
// Credentials come from where each store's own tools look for them.
package bucket

import (
	"context"
	"io"
	"iter"
	"net/url"
	"path/filepath"
	"strings"
)

// Object is one object.
type Object struct {
	Key  string
	Size int64
	// Stamp changes with the content.
	Stamp string
}

// Store is an open bucket. Keys are those of the bucket, whatever part of it
// the address named.
type Store interface {
	// List yields the objects whose keys begin with prefix, in the order of keys.
	List(ctx context.Context, prefix string) iter.Seq2[Object, error]
	// Read opens an object.
	Read(ctx context.Context, key string) (io.ReadCloser, error)
	// Write makes or replaces an object, whole or not at all.
	Write(ctx context.Context, key string, from io.Reader) error
	// Copy copies an object inside the store.
	Copy(ctx context.Context, to, from string) error
	Delete(ctx context.Context, key string) error
	Close() error
}

// Is reports whether an input or output is the address of a store.
func Is(address string) bool {
	return strings.HasPrefix(address, "s3://") || strings.HasPrefix(address, "gs://")
}

// Local is the path of a file:// address, and of a path the path itself.
func Local(address string) string {
	if u, err := url.Parse(address); err == nil && u.Scheme == "file" && (u.Host == "" || u.Host == "localhost") {
		return filepath.FromSlash(u.Path)
	}
	return address
}

// Shown is an address as tables and logs show it: without its query, which may
// hold how to get in.
func Shown(address string) string {
	shown, _, _ := strings.Cut(address, "?")
	return shown
}

// parts are the bucket's own address, and the prefix of the keys that were
// meant: a folder, or one object.
func parts(address string) (bucket, prefix string) {
	shown, query, has := strings.Cut(address, "?")
	scheme, rest, _ := strings.Cut(shown, "://")
	name, prefix, _ := strings.Cut(rest, "/")
	bucket = scheme + "://" + name
	if has {
		bucket += "?" + query
	}
	return bucket, prefix
}
