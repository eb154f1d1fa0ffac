package hooks_test

import (
	"testing"

	"mdesa/hooks/apptest"
)

// What an auditor may not do, across the slices; what they may read stands in
// the golden matrices.
func TestAnAuditorChangesNothing(t *testing.T) {
	v := start(t)
	letter := v.Signed()
	for name, answer := range map[string]*apptest.Response{
		"opens an account":        v.Do("POST", "/api/accounts/open", map[string]any{"resident": v.Nyoman.Id}, v.Auditor),
		"revokes a letter":        v.Revoke(v.Auditor, letter, "revoked"),
		"replaces a letter":       v.Revoke(v.Auditor, letter, "replaced"),
		"takes in a paper":        v.Do("POST", "/api/collections/documents/records", apptest.Form{Fields: map[string]string{"name": "KTP", "kind": "ktp", "resident": v.Wayan.Id}, Files: []apptest.File{{Field: "file", Name: "ktp.pdf", Body: []byte("%PDF-1.7 x")}}}, v.Auditor),
		"delegates":               v.Do("POST", "/api/collections/delegations/records", map[string]any{"from": v.Auditor.Id, "to": v.Officer.Id, "form": "Plh.", "starts_on": v.Day(0), "ends_on": v.Day(1)}, v.Auditor),
		"searches at the counter": v.Do("GET", "/api/residents/search?q=wayan&purpose=counter", nil, v.Auditor),
	} {
		if answer.Status < 400 {
			t.Errorf("an auditor %s: %d %s", name, answer.Status, answer.Body)
		}
	}
	v.Do("GET", "/api/residents/search?q=wayan&purpose=oversight", nil, v.Auditor).Want(200)
	v.Do("GET", "/api/letters/register", nil, v.Auditor).Want(200)
}
