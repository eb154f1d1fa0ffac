package hooks_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// shared packages may be used by every slice; the others below hooks are slices,
// which meet on collections and hooks only.
var shared = []string{"access", "audit", "definition", "delegation", "fault", "feed", "mask", "notify", "office", "sheet", "web"}

// whole are packages of tests alone, which look at the whole program as the
// tests here do.
var whole = []string{"matrix", "pages"}

func TestSlicesDoNotKnowOneAnother(t *testing.T) {
	for _, file := range goFiles(t) {
		own, inHooks := sliceOf("mdesa/" + path.Dir(file))
		if !inHooks {
			continue
		}
		inTest := strings.HasSuffix(file, "_test.go")
		if slices.Contains(whole, own) {
			if !inTest {
				t.Errorf("%s is no test", file)
			}
			continue
		}
		for _, imported := range imports(t, file) {
			other, isOurs := sliceOf(imported)
			if isOurs && other != own && !slices.Contains(shared, other) && !(inTest && other == "apptest") {
				t.Errorf("%s imports %s", file, imported)
			}
		}
	}
}

// sliceOf is "requests" of mdesa/hooks/requests; hooks itself binds them all.
func sliceOf(imported string) (name string, ok bool) {
	rest, ok := strings.CutPrefix(imported, "mdesa/hooks/")
	name, _, _ = strings.Cut(rest, "/")
	return name, ok
}

// concepts are the files in which the domain stands by itself: rules that can be
// read and tested without the framework.
var concepts = []string{
	"hooks/beneficiaries/columns.go", "hooks/beneficiaries/names.go", "hooks/beneficiaries/period.go", "hooks/beneficiaries/status.go", "hooks/beneficiaries/suppress.go",
	"hooks/budget/amount.go", "hooks/budget/balance.go", "hooks/budget/chart.go", "hooks/budget/code*.go", "hooks/budget/foot.go",
	"hooks/budget/judge.go", "hooks/budget/layout.go", "hooks/budget/money.go", "hooks/budget/problem.go",
	"hooks/budget/report.go", "hooks/budget/rounding.go", "hooks/budget/table.go", "hooks/budget/tree.go", "hooks/budget/words.go",
	"hooks/definition/*.go", "hooks/fault/fault.go", "hooks/feed/*.go",
	"hooks/accounts/agreement.go", "hooks/accounts/code.go", "hooks/accounts/password_rules.go", "hooks/accounts/session_agent.go", "hooks/accounts/session_life.go",
	"hooks/audit/asked.go", "hooks/audit/entry.go", "hooks/audit/journal.go", "hooks/audit/recent.go",
	"hooks/delegation/capacity.go", "hooks/delegation/delegation.go", "hooks/delegation/post.go", "hooks/delegation/reach.go", "hooks/delegation/rules.go", "hooks/delegation/staff.go",
	"hooks/letters/amount.go", "hooks/letters/layout*.go", "hooks/letters/letter.go", "hooks/letters/number.go",
	"hooks/letters/paper.go", "hooks/letters/signing.go", "hooks/letters/payload.go", "hooks/letters/seal.go", "hooks/letters/template*.go",
	"hooks/letters/values*.go", "hooks/letters/verdict.go",
	"hooks/notify/backoff.go", "hooks/notify/groups.go", "hooks/notify/phone.go", "hooks/notify/quiet.go", "hooks/notify/reasons.go",
	"hooks/notify/signature.go", "hooks/notify/template.go", "hooks/notify/texts.go",
	"hooks/office/clock.go", "hooks/office/dates.go", "hooks/office/opening.go", "hooks/office/pawukon.go",
	"hooks/office/schedule.go", "hooks/office/words.go",
	"hooks/news/calendar.go", "hooks/news/markup.go", "hooks/news/names.go", "hooks/news/phone.go",
	"hooks/news/sanitise.go", "hooks/news/slug.go", "hooks/news/text.go",
	"hooks/privacy/fields.go", "hooks/privacy/hours.go", "hooks/privacy/purposes.go", "hooks/privacy/schedule.go",
	"hooks/statistics/ages.go", "hooks/statistics/areas.go", "hooks/statistics/categories.go", "hooks/statistics/download.go",
	"hooks/statistics/network.go", "hooks/statistics/schedule.go", "hooks/statistics/table.go",
	"hooks/reports/board/colour.go", "hooks/reports/board/filter.go", "hooks/office/tiles.go",
	"hooks/reports/state.go", "hooks/requests/concerned.go", "hooks/requests/words.go", "hooks/requests/actions.go", "hooks/requests/colour.go", "hooks/requests/event.go", "hooks/requests/family.go",
	"hooks/requests/receipt.go", "hooks/requests/standing.go", "hooks/requests/state.go",
	"hooks/residents/imports/codes.go", "hooks/residents/imports/coherent.go", "hooks/residents/imports/columns.go",
	"hooks/residents/imports/days.go", "hooks/residents/imports/hamlets.go", "hooks/residents/imports/judge.go",
	"hooks/residents/imports/layout.go", "hooks/residents/imports/numbers.go", "hooks/residents/imports/problem.go",
	"hooks/residents/imports/reader.go", "hooks/residents/imports/report.go",
	"hooks/residents/imports/table.go", "hooks/residents/imports/words.go", "hooks/sheet/*.go",
	"hooks/residents/birth.go", "hooks/residents/kk.go", "hooks/residents/nik.go", "hooks/residents/number.go",
	"hooks/residents/warnings.go", "hooks/residents/meaning.go", "hooks/residents/distance.go", "hooks/residents/words.go",
	"hooks/residents/vocabulary.go", "hooks/residents/search_words.go", "hooks/residents/mask.go", "hooks/residents/fields.go",
	"hooks/residents/contradictions.go", "hooks/residents/contradictions_sql.go", "hooks/residents/reference.go",
	"hooks/residents/ledger/entry.go", "hooks/residents/ledger/month.go", "hooks/residents/ledger/report.go",
	"hooks/residents/lifeevents/data.go", "hooks/residents/lifeevents/kinds.go", "hooks/residents/lifeevents/memory.go",
	"hooks/programs/activity.go", "hooks/programs/share.go", "hooks/programs/state.go", "hooks/programs/supporter.go",
	"hooks/satisfaction/blocks.go", "hooks/satisfaction/comments.go", "hooks/satisfaction/elements.go", "hooks/satisfaction/few.go", "hooks/satisfaction/known.go", "hooks/satisfaction/promise_told.go", "hooks/satisfaction/index.go", "hooks/satisfaction/period.go",
	"hooks/satisfaction/profile.go", "hooks/satisfaction/promise.go", "hooks/satisfaction/rating.go", "hooks/satisfaction/sample.go",
	"hooks/web/position.go",
}

func TestConceptsStandWithoutTheFramework(t *testing.T) {
	files := goFiles(t)
	for _, pattern := range concepts {
		found := false
		for _, file := range files {
			if matched, _ := path.Match(pattern, file); !matched || strings.HasSuffix(file, "_test.go") {
				continue
			}
			found = true
			for _, imported := range imports(t, file) {
				if strings.HasPrefix(imported, "github.com/pocketbase/") {
					t.Errorf("%s imports %s", file, imported)
				}
			}
		}
		if !found {
			t.Errorf("there is no %s any more", pattern)
		}
	}
}

// longFiles may have more lines than maxLines, each for its reason.
var longFiles = map[string]string{
	"pb_public/app/texts/id.js":       "one text a line",
	"pb_public/app/texts/en.js":       "one text a line",
	"pb_public/app/texts/staff_id.js": "one text a line",
	"pb_public/app/texts/staff_en.js": "one text a line",
}

const maxLines = 400

func TestLongFilesHaveAReason(t *testing.T) {
	for _, file := range sources(t, ".go", ".js", ".css", ".html") {
		lines := strings.Count(string(read(t, file)), "\n")
		if lines > maxLines && longFiles[file] == "" {
			t.Errorf("%s has %d lines: split it by idea, or say here why not", file, lines)
		}
	}
}

func TestTheTopOfTheRepositoryHoldsLittle(t *testing.T) {
	allowed := []string{"main.go", "hooks", "migrations", "pb_public", "go.mod", "go.sum", "README.md", "LICENSE",
		"CHANGELOG.md", ".golangci.yml", ".gitignore", ".ci", ".github",
		".git", "mdesa", "pb_data"} // the last ones are not committed
	entries, err := os.ReadDir("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		if !slices.Contains(allowed, entry.Name()) {
			t.Errorf("%s stands at the top", entry.Name())
		}
	}
}

// goFiles are all Go files by their path from the top of the repository.
func goFiles(t *testing.T) []string { return sources(t, ".go") }

// sources are the files with these extensions that are written here.
func sources(t *testing.T, extensions ...string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir("..", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		if entry.IsDir() && (name == "../.git" || name == "../pb_data" || entry.Name() == "vendor" || entry.Name() == "testdata") {
			return fs.SkipDir
		}
		if !entry.IsDir() && slices.Contains(extensions, path.Ext(name)) {
			files = append(files, strings.TrimPrefix(name, "../"))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func read(t *testing.T, file string) []byte {
	t.Helper()
	body, err := os.ReadFile(filepath.Join("..", file))
	if err != nil {
		t.Fatal(err)
	}
	return body
}

func imports(t *testing.T, file string) []string {
	t.Helper()
	parsed, err := parser.ParseFile(token.NewFileSet(), file, read(t, file), parser.ImportsOnly)
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, spec := range parsed.Imports {
		imported, _ := strconv.Unquote(spec.Path.Value)
		paths = append(paths, imported)
	}
	return paths
}
