package imports

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"github.com/pocketbase/pocketbase/core"
	"github.com/spf13/cobra"

	"mdesa/hooks/apptest"
	"mdesa/hooks/sheet"
)

func uploadOf(body string) apptest.Form {
	return apptest.Form{Fields: map[string]string{"state": "done", "good": "99", "name": "lain"}, Files: []apptest.File{{Field: "file", Name: "Data Warga.csv", Body: []byte(body)}}}
}

// settled waits for the job in the background.
func settled(v *apptest.App) { jobsOf(v.App).running.Wait() }

func found(t *testing.T, v *apptest.App, id string) *core.Record {
	t.Helper()
	batch, err := v.FindRecordById("imports", id)
	if err != nil {
		t.Fatal(err)
	}
	return batch
}

func TestAnAdminUploadsChecksImportsAndTakesBack(t *testing.T) {
	v := apptest.New(t, register)
	id := v.Do("POST", "/api/collections/imports/records", uploadOf(heads+sudarma), v.Admin).Want(200).JSON()["id"].(string)
	settled(v)
	batch := found(t, v, id)
	if batch.GetString("state") != checked || batch.GetString("name") != "Data Warga.csv" || batch.GetInt("good") != 1 || batch.GetString("by") != v.Admin.Id {
		t.Fatalf("%v", batch.PublicExport())
	}
	at := "/api/imports/" + id
	v.Do("POST", at+"/check", map[string]any{"hamlet": v.Kelod.Id, "create_hamlets": true}, v.Admin).Want(202)
	settled(v)
	if !found(t, v, id).GetBool("create_hamlets") {
		t.Error("the choice was not kept")
	}
	v.Do("POST", at+"/commit", map[string]any{"choice": "some"}, v.Admin).WantFault(400, "import.choice")
	v.Do("POST", at+"/commit", map[string]any{"choice": "all"}, v.Admin).Want(202)
	settled(v)
	if progress := v.Do("GET", at+"/progress", nil, v.Admin).Want(200).JSON(); progress["state"] != done || progress["percent"] != 100.0 {
		t.Errorf("progress %v", progress)
	}
	byNIK(t, v, "5171041005800015")
	v.Do("POST", at+"/commit", map[string]any{"choice": "all"}, v.Admin).WantFault(409, "import.state")
	v.Do("DELETE", "/api/collections/imports/records/"+id, nil, v.Admin).WantFault(409, "import.keep")
	v.Do("PATCH", "/api/collections/imports/records/"+id, map[string]any{"state": "checked"}, v.Admin).WantFault(403, "import.only_by_route")
	v.Do("POST", at+"/undo", nil, v.Admin).Want(202)
	settled(v)
	if found(t, v, id).GetString("state") != undone {
		t.Error("it was not taken back")
	}
	v.Do("DELETE", "/api/collections/imports/records/"+id, nil, v.Admin).Want(204)
}

func TestAnUploadNeedsAFile(t *testing.T) {
	v := apptest.New(t, register)
	v.Do("POST", "/api/collections/imports/records", map[string]any{"name": "x"}, v.Admin).WantFault(400, "import.no_file")
}

func TestOnlyAdminsImportAndExport(t *testing.T) {
	v := apptest.New(t, register)
	batch := checkedBatch(t, v, "warga.csv", []byte(heads+sudarma), Options{})
	for _, actor := range []*core.Record{apptest.Guest, v.Resident, v.HeadOfKaja, v.Officer, v.Secretary, v.VillageHead} {
		for _, c := range []struct{ method, path string }{
			{"POST", "/api/collections/imports/records"}, {"GET", "/api/collections/imports/records/" + batch.Id},
			{"POST", "/api/imports/" + batch.Id + "/commit"}, {"POST", "/api/imports/" + batch.Id + "/undo"},
			{"POST", "/api/imports/" + batch.Id + "/check"}, {"GET", "/api/imports/" + batch.Id + "/progress"}, {"GET", "/api/residents/export"},
		} {
			var body any
			if c.method == "POST" {
				body = map[string]any{}
			}
			if answer := v.Do(c.method, c.path, body, actor); answer.Status < 400 || answer.Status > 404 {
				t.Errorf("%v %s: %d", actor, c.path, answer.Status)
			}
		}
	}
}

func TestAnotherJobHasToWait(t *testing.T) {
	v := apptest.New(t, register)
	batch := checkedBatch(t, v, "warga.csv", []byte(heads+sudarma), Options{})
	j := jobsOf(v.App)
	j.claim("another")
	v.Do("POST", "/api/imports/"+batch.Id+"/commit", map[string]any{"choice": "all"}, v.Admin).WantFault(409, "import.busy")
	id := v.Do("POST", "/api/collections/imports/records", uploadOf(heads+sudarma), v.Admin).Want(200).JSON()["id"].(string)
	if state := found(t, v, id).GetString("state"); state != uploaded {
		t.Errorf("the upload is %s", state)
	}
	j.release()
	settled(v)
	if state := found(t, v, id).GetString("state"); state != checked {
		t.Errorf("the upload became %s", state)
	}
}

func TestTheRegisterIsDownloaded(t *testing.T) {
	v := apptest.New(t, register)
	for format, start := range map[string]string{"xlsx": "PK", "csv": "\ufeffalamat,dusun"} {
		answer := v.Do("GET", "/api/residents/export?format="+format, nil, v.Admin).Want(200)
		if !strings.HasPrefix(string(answer.Body), start) || !strings.Contains(answer.Header.Get("Content-Disposition"), "."+format) {
			t.Errorf("%s begins with %.20q, %v", format, answer.Body, answer.Header)
		}
		file, err := sheet.Open(bytes.NewReader(answer.Body), int64(len(answer.Body)))
		if err != nil || len(file.Sheets) == 0 {
			t.Errorf("%s: %v", format, err)
		}
	}
}

func TestFilesThatNobodyFinishesGoAfterAMonth(t *testing.T) {
	v := apptest.New(t, register)
	old, fresh := checkedBatch(t, v, "lama.csv", []byte(heads+sudarma), Options{}), checkedBatch(t, v, "baru.csv", []byte(heads+sudarma), Options{})
	old.Set("finished", "2026-01-01 00:00:00.000Z")
	apptest.Save(t, v, old)
	forget(v)
	if left := found(t, v, old.Id); left.GetString("file") != "" || left.GetString("state") != failed || left.GetString("report") != "null" {
		t.Errorf("the old one is %v", left.PublicExport())
	}
	if found(t, v, fresh.Id).GetString("file") == "" {
		t.Error("the new one's file is gone")
	}
}

func command(t *testing.T, v *apptest.App, args ...string) (string, error) {
	t.Helper()
	root := &cobra.Command{Use: "mdesa", SilenceErrors: true}
	root.AddCommand(Commands(v)...)
	var out bytes.Buffer
	root.SetOut(&out)
	root.SetErr(&out)
	root.SetArgs(args)
	err := root.ExecuteContext(context.Background())
	return out.String(), err
}

func TestTheCommandsImportAndExport(t *testing.T) {
	v := apptest.Empty(t, register)
	dir := t.TempDir()
	write := func(name, body string) string {
		path := dir + "/" + name
		if err := writeFile(path, body); err != nil {
			t.Fatal(err)
		}
		return path
	}
	bad := write("buruk.csv", heads+sudarma+strings.Replace(sudarma, "Hindu", "Hndu", 1))
	out, err := command(t, v, "import", bad, "--create-hamlets", "--refused", dir+"/ditolak.xlsx")
	if err == nil || !strings.Contains(err.Error(), "baris yang ditolak") || !strings.Contains(out, "1 ditolak") || !strings.Contains(out, "→ Hindu") || count(t, v, "residents") != 0 || count(t, v, "imports") != 0 {
		t.Errorf("%s, %v", out, err)
	}
	if out, err = command(t, v, "import", bad, "--create-hamlets", "--check", "--english"); err != nil || !strings.Contains(out, "2 rows: 1 good") || count(t, v, "residents") != 0 {
		t.Errorf("%s, %v", out, err)
	}
	if out, err = command(t, v, "import", bad, "--create-hamlets", "--good"); err != nil || !strings.Contains(out, "Selesai") || count(t, v, "residents") != 1 {
		t.Errorf("%s, %v", out, err)
	}
	for _, format := range []string{"xlsx", "csv"} {
		if _, err = command(t, v, "export", dir+"/penduduk."+format); err != nil {
			t.Error(err)
		}
		if out, err = command(t, v, "import", dir+"/penduduk."+format); err != nil || !strings.Contains(out, "1 sama") {
			t.Errorf("%s: %s, %v", format, out, err)
		}
	}
	if _, err = command(t, v, "export", dir+"/penduduk.pdf"); err == nil {
		t.Error("a PDF was written")
	}
	if _, err = command(t, v, "import", write("x.csv", "a,b\n")); err == nil || !strings.Contains(err.Error(), "judul") {
		t.Errorf("no headings: %v", err)
	}
	if _, err = command(t, v, "import", dir+"/tidak-ada.csv"); err == nil || !strings.Contains(err.Error(), "tidak ada") {
		t.Errorf("no file: %v", err)
	}
	if left := count(t, v, "imports"); left != 3 { // those that brought somebody or could have
		t.Errorf("%d batches are left", left)
	}
}

func TestTheCommandTakesAnImportBack(t *testing.T) {
	v := apptest.Empty(t, register)
	path := t.TempDir() + "/penduduk.csv"
	if err := writeFile(path, heads+sudarma); err != nil {
		t.Fatal(err)
	}
	out, err := command(t, v, "import", path, "--create-hamlets")
	if err != nil || !strings.Contains(out, "Wilayah baru: ") || count(t, v, "residents") != 1 {
		t.Fatalf("%s, %v", out, err)
	}
	_, id, _ := strings.Cut(strings.TrimSpace(out), "Batch ")
	if out, err = command(t, v, "import", "--undo", id); err != nil || !strings.Contains(out, "1 warga keluar") || count(t, v, "residents") != 0 {
		t.Errorf("%s, %v", out, err)
	}
	for _, args := range [][]string{{"--undo", id}, {"--undo", "nothing"}, {"--undo", id, path}, {}} {
		if out, err = command(t, v, append([]string{"import"}, args...)...); err == nil {
			t.Errorf("%v: %s", args, out)
		}
	}
}

func writeFile(path, body string) error { return os.WriteFile(path, []byte(body), 0o600) }
