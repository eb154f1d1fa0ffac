package beneficiaries_test

import (
	"net/http"
	"net/http/httptest"
	"testing"

	"mdesa/hooks/apptest"
)

// The public numbers of a program, as they are asked for by everybody who opens it.
func BenchmarkPublicNumbers(b *testing.B) {
	v := start(b)
	v.crowd(v.blt, v.Kaja, 200)
	path := "/api/open/benefits/" + v.blt.Id
	v.Do("GET", path, nil, apptest.Guest).Want(200)
	request := httptest.NewRequest("GET", path, nil)
	b.ReportAllocs()
	for b.Loop() {
		request.Body = http.NoBody // the router wraps it anew each time
		v.Handler.ServeHTTP(httptest.NewRecorder(), request)
	}
}
