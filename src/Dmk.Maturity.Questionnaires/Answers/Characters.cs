namespace Dmk.Maturity.Questionnaires;

/// <summary>The length of what people write, as they count it: an emoji is one, although it takes two units of UTF-16.</summary>
public static class Characters
{
    public static int In(string text) => text.EnumerateRunes().Count();
}
