// SPDX-License-Identifier: Apache-2.0
//
// A peer for scale: Debian's golang-github-ekzhu-minhash-lsh over the sentences of a corpus as they come, characters by
// threes, 128 hashes, threshold 0.5. Candidates alone: nothing is folded, verified or clustered.
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go build -o minhash_lsh minhash_lsh.go && ./minhash_lsh CORPUS.jsonl
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	minhashlsh "github.com/ekzhu/minhash-lsh"
)

const (
	hashes    = 128
	threshold = 0.5
	shingle   = 3
	shortest  = 8 // characters, as the program beside which this is run
)

func signature(sentence []rune) []uint64 {
	minhash := minhashlsh.NewMinhash(1, hashes)
	for i := 0; i+shingle <= len(sentence); i++ {
		minhash.Push([]byte(string(sentence[i : i+shingle])))
	}
	return minhash.Signature()
}

func main() {
	file, err := os.Open(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	lsh := minhashlsh.NewMinhashLSH64(hashes, threshold)
	var signatures [][]uint64
	lines := bufio.NewReaderSize(file, 1<<20)
	for {
		line, err := lines.ReadBytes('\n')
		var article struct{ Text string }
		if len(line) > 0 && json.Unmarshal(line, &article) == nil {
			for _, sentence := range strings.FieldsFunc(article.Text, func(r rune) bool { return strings.ContainsRune("。！？\n", r) }) {
				if runes := []rune(sentence); len(runes) >= shortest {
					signatures = append(signatures, signature(runes))
					lsh.Add(len(signatures)-1, signatures[len(signatures)-1])
				}
			}
		}
		if err != nil {
			break
		}
	}
	lsh.Index()
	candidates := 0
	for _, each := range signatures {
		candidates += len(lsh.Query(each)) - 1
	}
	fmt.Fprintf(os.Stderr, "%d sentences, %d candidates\n", len(signatures), candidates/2)
}
