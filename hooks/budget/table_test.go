package budget

import (
	"strings"
	"testing"

	"mdesa/hooks/sheet"
)

func read(t *testing.T, text, stage string) *Reading {
	t.Helper()
	file, err := sheet.Open(strings.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	table, wrong := ReadTable(file, stage)
	if wrong != nil {
		t.Fatal(wrong.In("en"))
	}
	reading, wrong := Judge(table, 2026)
	if wrong != nil {
		t.Fatal(wrong.In("en"))
	}
	return reading
}

// wants compares the leaves with lines "code amount".
func wants(t *testing.T, reading *Reading, lines ...string) {
	t.Helper()
	var got []string
	for _, leaf := range reading.Leaves {
		got = append(got, leaf.Code.String()+" "+thousands(leaf.Amount))
	}
	if strings.Join(got, "\n") != strings.Join(lines, "\n") {
		t.Errorf("read\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(lines, "\n"))
	}
	for _, problem := range reading.Problems {
		t.Logf("row %d: %s", problem.Row, problem.Reason.In("en"))
	}
}

// As Siskeudes prints the annex of the decree: titles above, activity and
// account in columns of their own, the activity written once.
const annex = `LAMPIRAN PERATURAN DESA NOMOR 7 TAHUN 2025,,,,,
ANGGARAN PENDAPATAN DAN BELANJA DESA,,,,,
TAHUN ANGGARAN 2026,,,,,
,,,,,
KODE REKENING,,URAIAN,ANGGARAN,,SUMBER DANA
,,,(Rp),,
1,2,3,4,,5
,4.,PENDAPATAN,,,
,4.2.,Pendapatan Transfer,"1.000.000.000,00",,
,4.2.1.,Dana Desa,"600.000.000,00",,DDS
,4.2.3.,Alokasi Dana Desa,"400.000.000,00",,ADD
,,JUMLAH PENDAPATAN,"1.000.000.000,00",,
,5.,BELANJA,,,
01.,,BIDANG PENYELENGGARAN PEMERINTAHAN DESA,"500.000.000,00",,
01.01.,,"Penyelenggaran Belanja Siltap, Tunjangan dan Operasional Pemerintahan Desa","500.000.000,00",,
01.01.01.,,Penyediaan Penghasilan Tetap dan Tunjangan Kepala Desa,"500.000.000,00",,ADD
,5.1.,Belanja Pegawai,"500.000.000,00",,
,5.1.1.,Penghasilan Tetap dan Tunjangan Kepala Desa,"500.000.000,00",,
,5.1.1.01.,Penghasilan Tetap Kepala Desa,"400.000.000,00",,ADD
,5.1.1.02.,Tunjangan Kepala Desa,"100.000.000,00",,ADD
02.03.10.,,Pengaspalan Jalan Banjar Kaja,"Rp 550.000.000,00",,DDS
,5.3.,Belanja Modal,"550.000.000,00",,DDS
JUMLAH BELANJA,,,"1.050.000.000,00",,
SURPLUS / (DEFISIT),,,"(50.000.000,00)",,
,6.,PEMBIAYAAN,,,
,6.1.,Penerimaan Pembiayaan,"50.000.000,00",,
,6.1.1.,SILPA Tahun Sebelumnya,"50.000.000,00",,
PEMBIAYAAN NETTO,,,"50.000.000,00",,
SISA LEBIH PEMBIAYAAN ANGGARAN,,,"0,00",,
`

func TestTheAnnexOfSiskeudes(t *testing.T) {
	reading := read(t, annex, Plan)
	wants(t, reading, "4.2.1 600.000.000", "4.2.3 400.000.000", "01.01.01 5.1.1.01 400.000.000", "01.01.01 5.1.1.02 100.000.000",
		"02.03.10 5.3 550.000.000", "6.1.1 50.000.000")
	if len(reading.Problems) != 0 || reading.Totals.Left() != 0 || reading.Table.Year != 2026 {
		t.Errorf("%d problems, %d left over, year %d", len(reading.Problems), reading.Totals.Left(), reading.Table.Year)
	}
	if name := reading.Table.Names[Code{Activity: "01"}]; name != "Penyelenggaraan Pemerintahan Desa" {
		t.Errorf("the field is called %q", name)
	}
	if name := reading.Table.Names[Code{Activity: "02.03.10"}]; name != "Pengaspalan Jalan Banjar Kaja" {
		t.Errorf("the activity is called %q", name)
	}
	if source := reading.Leaves[0].Source; source != "DDS" {
		t.Errorf("the source is %q", source)
	}
}

// A digit a column, as in the annex on details; volume and unit before the amount.
func TestADigitAColumn(t *testing.T) {
	wants(t, read(t, `KODE REKENING,,,,,,,URAIAN,KELUARAN/OUTPUT,,ANGGARAN,SUMBER DANA
,,,,,,,,VOLUME,SATUAN,,
1,,,2,,,,3,4,5,6,7
a,b,c,a,b,c,d,,,,,
,,,4,,,,PENDAPATAN,,,,
,,,4,2,1,01,Dana Desa,1,Paket,889.478.000,DD-APBN
,,,4,1,2,90-99,Lain-lain (Tanah Bengkok),1,Thn,,PAD
,,,5,,,,BELANJA,,,,
4,,,,,,,Bidang Pemberdayaan Masyarakat,,,,
4,2,03,,,,,Lumbung pangan,,,,
4,2,03,5,2,1,07,Bahan,1,Ls,889.478.000,DD-APBN
,,,,,,,- Beras,10,kg,1.000.000,
`, Plan), "4.2.1.01 889.478.000", "04.02.03 5.2.1.07 889.478.000")
}

// OpenSID's page of the realisation, copied into a spreadsheet: no column for
// codes, and spending coded 5.field.subfield.
func TestOpenSIDsReport(t *testing.T) {
	reading := read(t, `LAPORAN REALISASI PELAKSANAAN APBDES TAHUN ANGGARAN 2026,,,,,
,Uraian,,Anggaran (Rp),Realisasi (Rp),Lebih/(Kurang)(Rp),Persentase (%)
,4,PENDAPATAN,,,,
,4.1,Pendapatan Asli Desa,"109.600.000,00","57.634.195,00","51.965.805,00","52,59%"
,4.1.4,Lain-lain Pendapatan Asli Desa,"109.600.000,00","57.634.195,00","51.965.805,00","52,59%"
,4.3.6,Bunga Bank,"0,00","1.724.865,00","-1.724.865,00","0,00%"
,JUMLAH PENDAPATAN,,"109.600.000,00","59.359.060,00","877.963.657,00","65,05"
,5,BELANJA,,,,
,5.1,Bidang Penyelenggaran Pemerintahan Desa,"100,00","40.000.000,00","0","0"
,5.1.1,"Penyelenggaran Belanja Siltap, Tunjangan dan Operasional Pemerintah Desa","100,00","40.000.000,00",0,0
,5.3,Bidang Pembinaan Kemasyarakatan Desa,"0,00","10.000.000,00",0,0
,5.3.1,"Ketenteraman, Ketertiban Umum, dan Perlindungan Masyarakat","0,00","10.000.000,00",0,0
`, Realised)
	wants(t, reading, "4.1.4 57.634.195", "4.3.6 1.724.865", "01.01 40.000.000", "03.01 10.000.000")
	if len(reading.Problems) != 0 {
		t.Errorf("%d problems", len(reading.Problems))
	}
}

// Codes like "4. PENDAPATAN" in the name's column, fields by their number only,
// and sen.
func TestSenAreRoundedTogether(t *testing.T) {
	reading := read(t, `Uraian,,Semula,Menjadi,Bertambah/(Berkurang)
4. PENDAPATAN,,,,
4.2.1.,Dana Desa,"100,00","100,50",0
4.3.6.,Bunga Bank,"10,00","10,50",0
5. BELANJA,,,,
01,Bidang Penyelenggaran Pemerintahan Desa,"60,00","60,40",0
02,Bidang Pelaksanaan Pembangunan Desa,"50,00","50,60",0
`, Revised)
	wants(t, reading, "4.2.1 100", "4.3.6 11", "01 60", "02 51")
	if reading.Totals.Left() != 0 || reading.Warnings() != 4 {
		t.Errorf("%d left over, %d warnings", reading.Totals.Left(), reading.Warnings())
	}
}

func TestCodesBesideEachOther(t *testing.T) {
	wants(t, read(t, `Kode Rekening,Uraian,Anggaran Awal,Anggaran Setelah Perubahan,Bertambah/(Berkurang)
4.2.1.01.,Dana Desa,960.584.000,960.584.000,0
01.01.01,Penyediaan Penghasilan Tetap dan Tunjangan Kepala Desa,58.200.000,58.200.000,0
5.1.1.01. [01.01.01],Penghasilan Tetap Kepala Desa,52.200.000,52.200.000,0
5.1.1.02. [01.01.01],Tunjangan Kepala Desa,6.000.000,6.500.000,0
04.2002.02.03.10.,Jalan,0,902.384.000,0
`, Revised), "4.2.1.01 960.584.000", "01.01.01 5.1.1.01 52.200.000", "01.01.01 5.1.1.02 6.500.000", "02.03.10 902.384.000")
}
