/** Syllabified by hand by the rules of the Ortografía de la lengua española (2010): diphthongs, triphthongs, hiatus, h, y, ü. */
export const byHand = `
pa-ís dí-a ai-re ciu-dad le-í o-ír mi-gra-ción a-ho-ra te-ní-a-mos cui-da-do a-é-re-o gue-rra quién a-güe-ro muy rey ley
le-er co-o-pe-rar i-de-a a a-ño rui-do flui-do cons-truir prohi-bi-do a-hí vein-tiún pú-bli-co ex-tran-je-rí-a pe-rí-o-do lí-ne-a
re-tor-no co-lom-bia ve-ne-zue-la pa-sa-por-te cé-du-la trá-mi-te ra-di-ca-do pe-ti-ción que-ja re-cla-mo de-nun-cia a-gua-ca-te
sal-vo-con-duc-to per-mi-so re-fu-gio a-po-yo ni-ño ni-ña mu-jer au-to-ri-dad de-fen-so-rí-a per-so-ne-rí-a al-cal-dí-a po-li-cí-a
se-cre-ta-rí-a bo-go-tá ca-li san-tan-der cú-cu-ta a-fi-lia-ción sub-si-dio vein-te trein-ta seis diez die-ci-séis cua-ren-ta
hue-vo hie-rro de-sahu-cio bú-ho ve-hí-cu-lo al-co-hol co-he-te re-ha-cer a-ve-ri-guar a-ve-ri-güéis pin-güi-no u-ru-guay pa-ra-guay
es-tu-diáis lim-piéis buey mie-do vio fui fue huir ju-bi-lar je-sui-ta ca-sua-li-dad ba-úl ra-íz ma-íz re-ír son-re-ír ca-í-da o-í-do
sa-bí-a ha-cí-ais po-e-ta te-a-tro ca-os cre-er po-se-er zo-o-ló-gi-co chi-i-ta hé-ro-e o-es-te eu-ro deu-da reu-nir re-ú-ne
bien-ve-ni-do siem-pre puer-ta a-bier-to gua-pa gui-ta-rra que-rer qui-zá i-gual len-gua a-gua ver-güen-za ci-güe-ña es-pe-cial
y yo ya a-yu-da es-toy hoy hay
`.trim().split(/\s+/);
