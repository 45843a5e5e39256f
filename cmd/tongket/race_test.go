//go:build race

package main

// The race detector multiplies a program's memory: what it takes then says
// nothing.
func init() { raced = true }
