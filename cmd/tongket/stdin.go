package main

import (
	"context"
	"io"
)

// patient reads from a pipe or terminal without keeping the program: when its
// context ends, so does the wait, and what comes after is nobody's.
type patient struct {
	ctx    context.Context
	chunks chan chunk
	left   []byte
	err    error // after left
}

type chunk struct {
	data []byte
	err  error
}

// newPatient begins to read r when the first Read asks for it.
func newPatient(ctx context.Context, r io.Reader) io.Reader {
	p := &patient{ctx: ctx, chunks: make(chan chunk)}
	var begun bool
	return readerFunc(func(b []byte) (int, error) {
		if !begun {
			begun = true
			go p.pump(r)
		}
		return p.read(b)
	})
}

type readerFunc func([]byte) (int, error)

func (f readerFunc) Read(b []byte) (int, error) { return f(b) }

func (p *patient) pump(r io.Reader) {
	for {
		b := make([]byte, 4096)
		n, err := r.Read(b)
		select {
		case p.chunks <- chunk{b[:n], err}:
		case <-p.ctx.Done():
			return
		}
		if err != nil {
			return
		}
	}
}

func (p *patient) read(b []byte) (int, error) {
	for len(p.left) == 0 {
		if p.err != nil {
			return 0, p.err
		}
		select {
		case c := <-p.chunks:
			p.left = c.data
			if p.err == nil {
				p.err = c.err
			}
		case <-p.ctx.Done():
			return 0, context.Cause(p.ctx)
		}
	}
	n := copy(b, p.left)
	p.left = p.left[n:]
	return n, nil
}
