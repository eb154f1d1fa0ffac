package hooks_test

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"mdesa/hooks/definition"
	"mdesa/hooks/requests"
)

// builtKeys are the keys that the pages put together, with what stands for the
// star; the values of the engine come from the engine.
var builtKeys = map[string][]string{
	"status.*": requests.Statuses,
	"role.*":   append([]string{"applicant"}, definition.Roles...),
	"reason.*": slices.Concat(requests.Reasons[requests.Return], requests.Reasons[requests.Reject]),
	"event.*": {requests.Submit, requests.Approve, requests.Sign, requests.Resolve, requests.Return, requests.Resubmit,
		requests.Reject, requests.Cancel, requests.Comment, requests.Escalate, requests.Expire},
}

// notTexts look like keys but are something else: keys of the server's faults.
var notTexts = []string{}

var (
	keyLiteral = regexp.MustCompile("[\"'`]([a-z_]+(?:\\.[a-zA-Z0-9_]+)+)[\"'`]")
	builtStart = regexp.MustCompile("`[a-z_]+\\.[a-zA-Z0-9_.]*\\$\\{")
)

// keysIn are the keys that a module names, and the patterns of those it builds.
func keysIn(source string) (literal, built []string) {
	for _, match := range keyLiteral.FindAllStringSubmatch(source, -1) {
		literal = append(literal, match[1])
	}
	for _, at := range builtStart.FindAllStringIndex(source, -1) {
		built = append(built, pattern(source[at[0]+1:]))
	}
	return literal, built
}

// pattern is a template literal up to its end, with a star for each ${…}.
func pattern(rest string) string {
	var out strings.Builder
	for i, depth := 0, 0; i < len(rest); i++ {
		switch c := rest[i]; {
		case c == '$' && depth == 0:
			out.WriteByte('*')
		case c == '{':
			depth++
		case c == '}':
			depth--
		case depth > 0:
		case c == '`':
			return out.String()
		default:
			out.WriteByte(c)
		}
	}
	return out.String()
}

func TestKeysOfThePages(t *testing.T) {
	own, staff := residentsTexts(t), staffTexts(t)
	everything := maps.Clone(own)
	maps.Copy(everything, staff)
	used := map[string]bool{}
	for _, file := range sources(t, ".js") {
		known := own
		switch {
		case !strings.HasPrefix(file, "pb_public/") || strings.HasPrefix(file, "pb_public/admin/") || strings.Contains(file, "/texts/"):
			continue
		case strings.HasPrefix(file, "pb_public/pages/staff/") || strings.HasPrefix(file, "pb_public/app/staff"):
			known = everything
		}
		checkKeys(t, file, known, used)
	}
	for key := range everything {
		if !used[key] {
			t.Errorf("nothing shows the text %s", key)
		}
	}
}

func checkKeys(t *testing.T, file string, known texts, used map[string]bool) {
	t.Helper()
	spaces := map[string]bool{}
	for key := range known {
		space, _, _ := strings.Cut(key, ".")
		spaces[space] = true
	}
	literal, built := keysIn(string(read(t, file)))
	for _, key := range literal {
		space, _, _ := strings.Cut(key, ".")
		if _, counted := known[key+".other"]; counted {
			used[key+".one"], used[key+".other"] = true, true
		} else if _, there := known[key]; there {
			used[key] = true
		} else if spaces[space] && !slices.Contains(notTexts, key) {
			t.Errorf("%s: there is no text %s", file, key)
		}
	}
	for _, pattern := range built {
		values, declared := builtKeys[pattern]
		if !declared {
			t.Errorf("%s builds keys %s; say in builtKeys which there are", file, pattern)
		}
		for _, value := range values {
			key := strings.Replace(pattern, "*", value, 1)
			used[key] = true
			if _, there := known[key]; !there {
				t.Errorf("%s: there is no text %s", file, key)
			}
		}
	}
}
