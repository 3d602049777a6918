// Checks an exported folder with code that is not ours: golang.org/x/mod/sumdb/note and tlog, which the Go project uses for its
// checksum database. Usage: go run . FOLDER PUBLIC-KEY [OTHER-CHECKPOINT]
package main

import (
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

// tiles reads hash tiles as C2SP tlog-tiles lays them out: like Go's own, but for the height in the path.
type tiles struct{ folder string }

func (t tiles) Height() int                         { return height }
func (t tiles) SaveTiles(_ []tlog.Tile, _ [][]byte) {}
func (t tiles) ReadTiles(all []tlog.Tile) (data [][]byte, err error) {
	for _, tile := range all {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		read, err := os.ReadFile(filepath.Join(t.folder, path))
		if err != nil {
			return nil, err
		}
		data = append(data, read)
	}
	return data, nil
}

func main() {
	if len(os.Args) < 3 {
		fail("usage: verifier FOLDER PUBLIC-KEY [OTHER-CHECKPOINT]")
	}
	folder := os.Args[1]
	verifier, err := note.NewVerifier(os.Args[2])
	check(err)
	verifiers := note.VerifierList(verifier)
	tree := checkpoint(filepath.Join(folder, "checkpoint"), verifiers)

	// The reader proves every tile it is given against the signed root, so all that is read through it is part of the signed tree.
	reader := tlog.TileHashReader(tree, tiles{folder})
	root, err := tlog.TreeHash(tree.N, reader)
	check(err)
	if root != tree.Hash {
		fail("the tiles have root %v, the checkpoint says %v", root, tree.Hash)
	}
	for index := int64(0); index < tree.N; index++ {
		checkEntry(folder, tree, reader, index)
	}
	if len(os.Args) > 3 {
		checkGrown(checkpoint(os.Args[3], verifiers), tree, reader)
	}
	fmt.Printf("%d entries, root %v, signed by %s\n", tree.N, tree.Hash, verifier.Name())
}

// checkpoint reads a signed tree head in the format of C2SP tlog-checkpoint.
func checkpoint(file string, verifiers note.Verifiers) tlog.Tree {
	text, err := os.ReadFile(file)
	check(err)
	opened, err := note.Open(text, verifiers)
	check(err)
	lines := strings.Split(opened.Text, "\n")
	if len(lines) < 4 {
		fail("%s is no checkpoint", file)
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	hash, err := tlog.ParseHash(lines[2])
	check(err)
	return tlog.Tree{N: size, Hash: hash}
}

var bundle = struct {
	number  int64
	entries [][]byte
}{number: -1}

// checkEntry makes the proof that an entry is in the tree, and checks it.
func checkEntry(folder string, tree tlog.Tree, reader tlog.HashReader, index int64) {
	if number := index >> height; number != bundle.number {
		bundle.number, bundle.entries = number, entries(folder, tree, number)
	}
	at := index - bundle.number<<height
	if at >= int64(len(bundle.entries)) {
		fail("entry %d is missing", index)
	}
	hash := tlog.RecordHash(bundle.entries[at])
	proof, err := tlog.ProveRecord(tree.N, index, reader)
	check(err)
	if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, hash); err != nil {
		fail("entry %d: %v", index, err)
	}
}

func entries(folder string, tree tlog.Tree, number int64) (all [][]byte) {
	width := int64(1) << height
	if left := tree.N - number<<height; left < width {
		width = left
	}
	path := tlog.Tile{H: height, L: -1, N: number, W: int(width)}.Path()
	data, err := os.ReadFile(filepath.Join(folder, strings.Replace(path, "tile/8/data/", "tile/entries/", 1)))
	check(err)
	for len(data) > 0 {
		length := int(binary.BigEndian.Uint16(data))
		all = append(all, data[2:2+length])
		data = data[2+length:]
	}
	return all
}

// checkGrown checks that the tree grew from an older one.
func checkGrown(older, newer tlog.Tree, reader tlog.HashReader) {
	proof, err := tlog.ProveTree(newer.N, older.N, reader)
	check(err)
	check(tlog.CheckTree(proof, newer.N, newer.Hash, older.N, older.Hash))
}

func check(err error) {
	if err != nil {
		fail("%v", err)
	}
}

func fail(format string, values ...any) {
	fmt.Fprintf(os.Stderr, format+"\n", values...)
	os.Exit(1)
}
