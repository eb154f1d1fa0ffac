package apptest

import (
	"context"
	_ "embed" // axe-core
	"fmt"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// axe-core 4.14.1, MPL-2.0, for tests only.
//
//go:embed testdata/axe.min.js
var axeSource string

// violation is one broken rule, as axe reports it.
type violation struct {
	ID      string `json:"id"`
	Impact  string `json:"impact"`
	Help    string `json:"help"`
	HelpURL string `json:"helpUrl"`
	Nodes   []struct {
		HTML           string `json:"html"`
		FailureSummary string `json:"failureSummary"`
	} `json:"nodes"`
}

const runAxe = `axe.run(document, {
	runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
	resultTypes: ["violations"],
}).then(r => r.violations.map(({id, impact, help, helpUrl, nodes}) =>
	({id, impact, help, helpUrl, nodes: nodes.map(({html, failureSummary}) => ({html, failureSummary}))})))`

// Axe checks the page a tab shows with axe-core and fails the test for every
// rule it breaks. The source is evaluated through the debugger, which the page's
// Content-Security-Policy does not concern.
func Axe(t testing.TB, tab context.Context) {
	t.Helper()
	there, err := chromedp.Run(tab, chromedp.Evaluate[bool](`"axe" in window`))
	if err == nil && !there { // half a megabyte: once for a page is enough
		err = chromedp.Do(tab, chromedp.Evaluate[chromedp.Void](axeSource))
	}
	if err != nil {
		t.Fatal("axe: ", err)
	}
	broken, err := chromedp.Run(tab, chromedp.Evaluate[[]violation](runAxe, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal("axe: ", err)
	}
	address, err := chromedp.Run(tab, chromedp.Location())
	if err != nil {
		t.Fatal("axe: ", err)
	}
	for _, v := range broken {
		t.Errorf("%s: %s", address, v)
	}
}

func (v violation) String() string {
	var out strings.Builder
	fmt.Fprintf(&out, "%s (%s): %s\n  %s", v.ID, v.Impact, v.Help, v.HelpURL)
	for _, node := range v.Nodes {
		fmt.Fprintf(&out, "\n  %s\n    %s", node.HTML, strings.ReplaceAll(node.FailureSummary, "\n", "\n    "))
	}
	return out.String()
}
