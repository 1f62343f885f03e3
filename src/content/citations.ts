/** Works that docstrings and narratives refer to by key. */
export const CITATIONS: Readonly<Record<string, string>> = {
  vaswani2017: 'A. Vaswani et al., Attention Is All You Need, 2017. arXiv:1706.03762',
  radford2019: 'A. Radford et al., Language Models are Unsupervised Multitask Learners (GPT-2), 2019',
  brown2020: 'T. Brown et al., Language Models are Few-Shot Learners (GPT-3), 2020. arXiv:2005.14165',
  ouyang2022:
    'L. Ouyang et al., Training Language Models to Follow Instructions with Human Feedback, 2022. arXiv:2203.02155',
  chen2021: 'M. Chen et al., Evaluating Large Language Models Trained on Code, 2021. arXiv:2107.03374',
  grattafiori2024: 'A. Grattafiori et al., The Llama 3 Herd of Models, 2024. arXiv:2407.21783',
  sennrich2016:
    'R. Sennrich et al., Neural Machine Translation of Rare Words with Subword Units, 2016. arXiv:1508.07909',
  holtzman2020: 'A. Holtzman et al., The Curious Case of Neural Text Degeneration, 2020. arXiv:1904.09751',
  loshchilov2019: 'I. Loshchilov, F. Hutter, Decoupled Weight Decay Regularization, 2019. arXiv:1711.05101',
  ba2016: 'J. Ba et al., Layer Normalization, 2016. arXiv:1607.06450',
  hendrycks2016: 'D. Hendrycks, K. Gimpel, Gaussian Error Linear Units, 2016. arXiv:1606.08415',
  press2017:
    'O. Press, L. Wolf, Using the Output Embedding to Improve Language Models, 2017. arXiv:1608.05859',
  wilson1927:
    'E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference, 1927. doi:10.1080/01621459.1927.10502953',
};
