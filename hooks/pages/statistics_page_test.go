package pages_test

import (
	"fmt"
	"testing"

	"mdesa/hooks/apptest"
	"mdesa/hooks/statistics"
)

func TestAxeOnTheStatistics(t *testing.T) {
	v := start(t)
	p := v.visitor(apptest.Phone())
	p.opens("/statistik", "Statistik penduduk belum terbit")
	for i := range 48 {
		hamlet, sex := apptest.KajaID, "L"
		if i%2 > 0 {
			hamlet = apptest.KelodID
		}
		if i%4 > 1 {
			sex = "P"
		}
		apptest.Save(t, v, apptest.Record(t, v, "residents", map[string]any{"nik": fmt.Sprintf("51710401%02d90%04d", 1+i%9, i+1), "name": "I Wayan Statistik", "hamlet": hamlet,
			"birth_date": fmt.Sprintf("19%d-01-10", 50+i), "sex": sex, "life_status": "hidup", "nik_temporary": true}))
	}
	if _, err := statistics.Publish(v, false); err != nil {
		t.Fatal(err)
	}
	p.opens("/statistik", "Penduduk menurut umur dan jenis kelamin")
	p.opens("/statistik?banjar="+apptest.KajaID, "Beberapa angka ditutup")
	p = p.speaksEnglish()
	p.opens("/statistik", "Why are some numbers hidden?")
}
