/** Given names that many people in Colombia and Venezuela bear, as alternatives of a pattern; lower case, accents as they may be left out. */
export const givenNames = (
  "adriana|alejandr[ao]|alexander|alexandra|alfonso|alvaro|álvaro|amanda|ana|andrea|andr[eé]s|[aá]ngela|[aá]ngel|antonio|beatriz|blanca|camila|camilo|carlos|"
  + "carmen|carolina|catalina|cecilia|c[eé]sar|claudia|cristian|cristina|daniela|daniel|david|diana|diego|edgar|eduardo|elena|elizabeth|enrique|"
  + "esteban|fabi[aá]n|felipe|fernanda|fernando|francisco|gabriela|gabriel|gloria|gonzalo|guillermo|gustavo|h[eé]ctor|hern[aá]n|hugo|isabel|iv[aá]n|"
  + "jaime|javier|jes[uú]s|jhon|john|jorge|jos[eé]|josefina|juana|juan|juliana|juli[aá]n|julio|karen|laura|leidy|liliana|lina|lorena|luc[ií]a|luisa|luis|luz|"
  + "manuel|marcela|margarita|mar[ií]a|mariana|mario|marta|martha|mart[ií]n|mateo|mauricio|miguel|m[oó]nica|nancy|natalia|nicol[aá]s|"
  + "olga|oscar|óscar|pablo|paola|patricia|paula|pedro|rafael|ra[uú]l|ricardo|roberto|rodrigo|rosa|rub[eé]n|samuel|sandra|santiago|sara|"
  + "sebasti[aá]n|sergio|silvia|sof[ií]a|susana|teresa|valentina|vanessa|ver[oó]nica|v[ií]ctor|viviana|william|yolanda|yuliana"
);
