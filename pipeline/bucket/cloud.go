//go:build cloud

package bucket

import (
	"context"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"

	"gocloud.dev/blob"
	_ "gocloud.dev/blob/gcsblob" // gs://
	_ "gocloud.dev/blob/s3blob"  // s3://
)

// Supported says whether this build reads object stores.
func Supported(string) error { return nil }

// Open opens the bucket of an address and returns the prefix of its keys.
func Open(ctx context.Context, address string) (Store, string, error) {
	name, prefix := parts(address)
	b, err := blob.OpenBucket(ctx, name)
	if err != nil {
		return nil, "", fmt.Errorf("%s: %w", Shown(address), err)
	}
	return store{b}, prefix, nil
}

type store struct{ *blob.Bucket }

func (s store) List(ctx context.Context, prefix string) iter.Seq2[Object, error] {
	return func(yield func(Object, error) bool) {
		list := s.Bucket.List(&blob.ListOptions{Prefix: prefix})
		for {
			o, err := list.Next(ctx)
			if errors.Is(err, io.EOF) {
				return
			}
			if err != nil {
				yield(Object{}, err)
				return
			}
			stamp := o.ModTime.UTC().Format("20060102T150405.000000000") + hex.EncodeToString(o.MD5)
			if !o.IsDir && !yield(Object{Key: o.Key, Size: o.Size, Stamp: stamp}, nil) {
				return
			}
		}
	}
}

func (s store) Read(ctx context.Context, key string) (io.ReadCloser, error) {
	return s.NewReader(ctx, key, nil)
}

// Write gives up the object when its content cannot be read whole: a context
// that ends before Close leaves nothing behind.
func (s store) Write(ctx context.Context, key string, from io.Reader) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	w, err := s.NewWriter(ctx, key, nil)
	if err != nil {
		return err
	}
	if _, err := io.Copy(w, from); err != nil {
		cancel()
		return errors.Join(err, w.Close())
	}
	return w.Close()
}

func (s store) Copy(ctx context.Context, to, from string) error {
	return s.Bucket.Copy(ctx, to, from, nil)
}
