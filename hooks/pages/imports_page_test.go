package pages_test

import (
	"fmt"
	"testing"

	"github.com/chromedp/chromedp"

	"mdesa/hooks/apptest"
)

// twoRows are a newcomer of Banjar Kaja, and one whose religion is misspelt.
const twoRows = "alamat,dusun,rw,rt,nama,no_kk,nik,sex,tempatlahir,tanggallahir,agama_id,status_kawin,kk_level\n" +
	"Jalan Jepun 1,Banjar Kaja,-,-,I Wayan Sudarma,5171041203080015,5171041005800015,L,Denpasar,10-05-1980,Hindu,K,1\n" +
	"Jalan Jepun 2,Banjar Kaja,-,-,I Made Sudarta,5171041203080016,5171041105800016,L,Denpasar,11-05-1980,Hndu,K,1\n"

// gives hands a file to the form's field, as choosing one does.
func (d dashboard) gives(selector, name, body string) {
	d.t.Helper()
	d.sees(fmt.Sprintf(`document.querySelector(%q) ? "there" : ""`, selector))
	d.eval(fmt.Sprintf(`(field => {
		const chosen = new DataTransfer();
		chosen.items.add(new File([%q], %q, { type: "text/csv" }));
		field.files = chosen.files;
		field.form.requestSubmit();
	})(document.querySelector(%q))`, body, name, selector))
}

func TestTheAdminImportsResidentsInTheDashboard(t *testing.T) {
	v := start(t)
	d := openDashboard(v)
	d.do(chromedp.Navigate(v.URL + "/_/#/impor"))
	d.gives("#mdesa-import-file", "Data Warga.csv", twoRows)

	// row, value and suggestion; the words between are in the browser's language
	const firstProblem = `[0, 2, 4].map(i => document.querySelectorAll(".mdesa-import-table tbody tr:first-child td")[i]?.textContent).join("|")`
	d.sees(`document.querySelector(".mdesa-import-table")?.textContent`)
	if got := d.sees(firstProblem); got != "3|Hndu|Hindu" {
		t.Errorf("the report says %s", got)
	}
	d.eval(`(field => { field.value = "warning"; field.dispatchEvent(new Event("change")) })(document.querySelector("#mdesa-level"))`)
	d.sees(`document.querySelector(".mdesa-import-table") ? "" : "nothing fits"`)

	before := v.countOf("residents")
	d.press(".mdesa-import-actions .btn:has(.ri-check-line)")
	d.press(".mdesa-agree")
	d.sees(`document.querySelector(".mdesa-import-state.done")?.textContent`)
	if got := v.countOf("residents"); got != before+1 {
		t.Errorf("%d residents came", got-before)
	}
	apptest.Shot(t, d.tab, "dashboard-import")

	d.press(".mdesa-import-actions .danger")
	d.press(".mdesa-agree.danger")
	d.sees(`document.querySelector(".mdesa-import-state.undone")?.textContent`)
	if got := v.countOf("residents"); got != before {
		t.Errorf("%d residents are left", got-before)
	}
}

func TestTheImportPageFitsAPhone(t *testing.T) {
	v := start(t)
	d := openDashboard(v)
	d.do(apptest.Phone(), chromedp.Navigate(v.URL+"/_/#/impor"))
	d.gives("#mdesa-import-file", "Data Warga.csv", twoRows)
	d.sees(`document.querySelector(".mdesa-import-table tbody tr")?.textContent`)
	if wide := d.sees(`String(document.querySelector(".mdesa-imports").scrollWidth)`); wide > "360" {
		t.Errorf("it is %s wide", wide)
	}
	apptest.Shot(t, d.tab, "dashboard-import-phone")
}

func (v village) countOf(collection string) int64 {
	v.t.Helper()
	n, err := v.CountRecords(collection)
	if err != nil {
		v.t.Fatal(err)
	}
	return n
}
