package apptest

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"
)

// PDF is the file of a letter, as Wayan, its owner, downloads it.
func (app *App) PDF(letter *core.Record) []byte {
	app.t.Helper()
	token := app.Do("POST", "/api/files/token", nil, app.Resident).Want(200).JSON()["token"].(string)
	path := "/api/files/letters/" + letter.Id + "/" + letter.GetString("pdf")
	app.Do("GET", path, nil, app.Resident).Want(404) // a protected file asks for the token
	return app.Do("GET", path+"?token="+token, nil, nil).Want(200).Body
}

// Tool is where an independent program to check with is installed.
func Tool(t testing.TB, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		Missing(t, name, err)
	}
	return path
}

// WantValidPDF checks a letter's file with programs that are not ours: its seal,
// and that it says these lines one after another.
func (app *App) WantValidPDF(letter *core.Record, lines []string) {
	t := app.t
	t.Helper()
	file := filepath.Join(t.TempDir(), "letter.pdf")
	if err := os.WriteFile(file, app.PDF(letter), 0o600); err != nil {
		t.Fatal(err)
	}
	out, _ := exec.Command(Tool(t, "pdfsig"), "-nocert", file).CombinedOutput()
	if !strings.Contains(string(out), "Signature is Valid") || !strings.Contains(string(out), "Total document signed") {
		t.Errorf("pdfsig says\n%s", out)
	}
	text, err := exec.Command(Tool(t, "pdftotext"), "-layout", file, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	rest := string(text)
	for _, line := range lines {
		_, after, found := strings.Cut(rest, line)
		if !found {
			t.Errorf("the letter does not say %q after the lines before:\n%s", line, text)
		}
		rest = after
	}
}
