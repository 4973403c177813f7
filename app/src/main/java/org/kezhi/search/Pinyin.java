package org.kezhi.search;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/// Knows how Chinese characters are read, all readings of each, and what a syllable is.
public final class Pinyin {

  private static final int MOST_READINGS = 3;
  private static final ConcurrentHashMap<Integer, List<String>> READINGS =
      new ConcurrentHashMap<>();
  private static final HanyuPinyinOutputFormat FORMAT = format();

  private static final TreeSet<String> SYLLABLES =
      new TreeSet<>(
          Arrays.asList(
              """
              a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai
              can cang cao ce cen ceng cha chai chan chang chao che chen cheng chi chong chou chu
              chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang
              dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en
              eng er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou
              gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua
              huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue
              jun ka kai kan kang kao ke ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai
              lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan
              lue lun luo lv lve ma mai man mang mao me mei men meng mi mian miao mie min ming miu
              mo mou mu na nai nan nang nao ne nei nen neng ni nian niang niao nie nin ning niu nong
              nou nu nuan nuo nv nve o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping
              po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qui qun ran rang
              rao re ren reng ri rong rou ru ruan rui run ruo sa sai san sang sao se sen seng sha
              shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui
              shun shuo si song sou su suan sui sun suo ta tai tan tang tao te tei teng ti tian tiao
              tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian
              xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo
              yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao
              zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong
              zou zu zuan zui zun zuo
              """
                  .split("\\s+")));

  private Pinyin() {}

  /// How a character may be read, without tones, the usual readings first; `v` stands for ü.
  public static List<String> readings(String character) {
    return READINGS.computeIfAbsent(character.codePointAt(0), Pinyin::lookUp);
  }

  static Set<String> syllables() {
    return SYLLABLES;
  }

  static boolean isSyllable(String letters) {
    return SYLLABLES.contains(letters);
  }

  /// Whether a syllable begins with these letters.
  static boolean beginsSyllable(String letters) {
    var next = SYLLABLES.ceiling(letters);
    return next != null && next.startsWith(letters);
  }

  /// Whether a syllable can begin with this letter.
  static boolean isInitial(char letter) {
    return letter >= 'a' && letter <= 'z' && letter != 'i' && letter != 'u' && letter != 'v';
  }

  private static List<String> lookUp(int code) {
    if (code > Character.MAX_VALUE) {
      return List.of();
    }
    try {
      var found = PinyinHelper.toHanyuPinyinStringArray((char) code, FORMAT);
      if (found == null) {
        return List.of();
      }
      return Arrays.stream(found)
          .filter(SYLLABLES::contains)
          .distinct()
          .limit(MOST_READINGS)
          .toList();
    } catch (BadHanyuPinyinOutputFormatCombination e) {
      throw new IllegalStateException(e);
    }
  }

  private static HanyuPinyinOutputFormat format() {
    var format = new HanyuPinyinOutputFormat();
    format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
    format.setVCharType(HanyuPinyinVCharType.WITH_V);
    return format;
  }
}
