package hooks_test

import (
	"fmt"
	"testing"

	"mdesa/hooks/apptest"
)

func TestBeforeFilingOpenReportsAroundAreShown(t *testing.T) {
	v := openReports(t)
	point := func(lat float64) map[string]any {
		return wasteReport(map[string]any{"place": map[string]any{"lat": lat, "lon": 115.2166}})
	}
	_, words := v.file(v.Resident, "report-waste", wasteReport(nil))
	_, near := v.file(v.Resident, "report-waste", point(-8.6501)) // 11 m away
	_, far := v.file(v.Resident, "report-waste", point(-8.6600))  // 1.1 km away
	_, other := v.file(v.Resident, "report-light", wasteReport(nil))
	closed, _ := v.file(v.Resident, "report-waste", wasteReport(nil))
	v.act(v.Resident, closed, "cancel").Want(200)
	asked := func(query string) (codes []string) {
		t.Helper()
		got := v.Do("GET", fmt.Sprintf("/api/reports/near?service=%s&%s", v.category("report-waste"), query), nil, v.Neighbour).Want(200).JSON()
		for _, item := range got["items"].([]any) {
			codes = append(codes, item.(map[string]any)["code"].(string))
		}
		return codes
	}
	for query, want := range map[string][]string{
		"hamlet=" + v.Kaja.Id:                        {words.GetString("code")},
		"lat=-8.65&lon=115.2166":                     {near.GetString("code")},
		"lat=-8.65&lon=115.2166&hamlet=" + v.Kaja.Id: {near.GetString("code"), words.GetString("code")},
		"hamlet=" + v.Kelod.Id:                       nil, "": nil, "lat=x&lon=y": nil, "lat=0&lon=0": nil,
	} {
		if got := asked(query); fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q: %v, want %v (far %s, other %s)", query, got, want, far.GetString("code"), other.GetString("code"))
		}
	}
	v.support(v.Neighbour, words.Id).Want(200)
	item := v.Do("GET", "/api/reports/near?service="+v.category("report-waste")+"&hamlet="+v.Kaja.Id, nil, v.Neighbour).JSON()["items"].([]any)[0].(map[string]any)
	if item["supported"] != true || item["own"] != false || item["supports"] != 1.0 {
		t.Errorf("the neighbour reads %v", item)
	}
	own := v.Do("GET", "/api/reports/near?service="+v.category("report-waste")+"&hamlet="+v.Kaja.Id, nil, v.Resident).JSON()["items"].([]any)[0].(map[string]any)
	if own["own"] != true {
		t.Errorf("the reporter reads %v", own)
	}
	v.Do("GET", "/api/reports/near", nil, apptest.Guest).Want(401)
}
